package io.github.mtasts.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another version of a library first on the class path. OkHttp 4 and 5 are different artifacts, so Maven keeps both. */
class OldNeighboursTest {

    @ParameterizedTest
    @CsvSource({
        "okhttp-4.12.0.jar,   OkHttp 5.0,  4.12.0",
        "okio-jvm-3.6.0.jar,  okio 3.13,   3.6.0",
        "dnsjava-2.1.9.jar,   dnsjava 3.5, 2.1.9",
        "dnsjava-3.3.1.jar,   dnsjava 3.5, 3.3.1",
    })
    void anOldLibraryIsNamedWhenTheAdapterIsMade(String jar, String needed, String found) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(jar))
                .withMessage("mta-sts needs %s or later, and the class path has %s from %s", needed, found, place(jar));
    }

    @ParameterizedTest
    @CsvSource({
        "okhttp-4.12.0.jar,   OkHttp 5.0,  4.12.0",
        "okio-jvm-3.6.0.jar,  okio 3.13,   3.6.0",
        "dnsjava-3.3.1.jar,   dnsjava 3.5, 3.3.1",
    })
    void anOldLibraryIsNamedWhenAWorldIsStarted(String jar, String needed, String found) {
        assertThatIllegalStateException()
                .isThrownBy(() -> withFirst(List.of(jar), StartsAWorld.class).apply(List.of()))
                .withMessage("mta-sts needs %s or later, and the class path has %s from %s", needed, found, place(jar));
    }

    /** Failure analysers, such as Spring Boot's, explain the innermost cause, and would say less. */
    @Test
    void theMissingMethodIsNotTheCause() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("okhttp-4.12.0.jar"))
                .withNoCause()
                .satisfies(error ->
                        assertThat(error.getSuppressed()).singleElement().isInstanceOf(NoSuchMethodError.class));
    }

    @Test
    void theVersionOfAFatJarIsNotThatOfTheLibrary(@TempDir Path folder) throws Exception {
        Path fat = Files.copy(Path.of(place("okhttp-4.12.0.jar")), folder.resolve("fat-1.jar"));

        assertThatIllegalStateException()
                .isThrownBy(() -> check(fat.toString()))
                .withMessage("mta-sts needs OkHttp 5.0 or later, and the class path has an older one from %s", fat);
    }

    @Test
    void anOldOkHttpIsNamedBeforeTheOkioThatItBrought() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("okhttp-4.12.0.jar", "okio-jvm-3.6.0.jar"))
                .withMessageContaining("OkHttp 5.0");
    }

    @Test
    void theOldestVersionsThatAreAcceptedFit() throws Exception {
        assertThat(check("okhttp-jvm-5.0.0.jar", "okio-jvm-3.13.0.jar", "dnsjava-3.5.0.jar"))
                .isEqualTo("ENFORCED");
    }

    @Test
    void theOldestOkioThatIsAcceptedFitsOurOkHttp() throws Exception {
        assertThat(check("okio-jvm-3.13.0.jar")).isEqualTo("ENFORCED");
    }

    /** The verdict on a healthy domain, by adapters that find these jars before everything else. */
    private static String check(String... jars) throws Exception {
        try (MtaStsWorld world = MtaStsWorld.start()) {
            world.domain("example.org")
                    .record("v=STSv1; id=1")
                    .policy("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n")
                    .mx("mail.example.org");
            return withFirst(List.of(jars), Checks.class).apply(List.of(world.dns(), world.httpsPort(), world.ca()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<List<Object>, String> withFirst(List<String> jars, Class<?> code) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String jar : jars) {
            path.add(Path.of(place(jar)).toUri().toURL());
        }
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            path.add(Path.of(entry).toUri().toURL());
        }
        ClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return (Function<List<Object>, String>)
                loader.loadClass(code.getName()).getConstructor().newInstance();
    }

    private static String place(String jar) {
        Path place = Path.of("target", "neighbours").resolve(jar).toAbsolutePath();
        assertThat(Files.exists(place)).as("%s, which the build copies", place).isTrue();
        return place.toString();
    }

    /** From the DNS server, the port and the root of a world to the verdict. */
    public static final class Checks implements Function<List<Object>, String> {

        @Override
        public String apply(List<Object> world) {
            try (DnsjavaResolver dns = DnsjavaResolver.at((InetSocketAddress) world.get(0));
                    OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(dns)
                            .port((Integer) world.get(1))
                            .trust((X509Certificate) world.get(2))
                            .allowAddresses(InetAddress::isLoopbackAddress)
                            .build()) {
                MtaStsChecker checker = MtaStsChecker.builder()
                        .resolver(dns)
                        .policyFetcher(fetcher)
                        .build();
                return checker.check("example.org").verdict().name();
            }
        }
    }

    /** Starts a world of its own. */
    public static final class StartsAWorld implements Function<List<Object>, String> {

        @Override
        public String apply(List<Object> nothing) {
            try (MtaStsWorld world = MtaStsWorld.start()) {
                return world.dns().toString();
            }
        }
    }
}
