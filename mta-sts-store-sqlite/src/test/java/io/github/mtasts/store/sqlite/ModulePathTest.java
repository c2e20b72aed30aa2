package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store in the hands of a consumer who has a module of his own, and lets no warning pass. */
@Timeout(60)
class ModulePathTest {

    private static final String MODULE = "module consumer { requires io.github.mtasts.store.sqlite; }";

    private static final String MAIN = """
            package consumer;

            import io.github.mtasts.sender.MtaStsSender;
            import io.github.mtasts.spi.FetchStatus;
            import io.github.mtasts.spi.Lookup;
            import io.github.mtasts.spi.LookupStatus;
            import io.github.mtasts.spi.PolicyFetcher;
            import io.github.mtasts.spi.PolicyResponse;
            import io.github.mtasts.spi.TxtResolver;
            import io.github.mtasts.store.sqlite.SqlitePolicyStore;
            import java.nio.file.Path;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    TxtResolver txtResolver = name ->
                            CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_SUCH_NAME, ""));
                    PolicyFetcher policyFetcher = url ->
                            CompletableFuture.completedFuture(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, ""));
                    //SNIPPET
                }

                private static void serve(MtaStsSender sender) {
                    System.out.println(sender.policyFor("example.org").join().reason());
                }
            }
            """;

    @Test
    void theStoreBringsTheSenderAlong(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("policies.db");
        Path info = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path main = Files.createDirectories(folder.resolve("consumer")).resolve("Main.java");
        Files.writeString(main, MAIN.replace("//SNIPPET", snippet(store)));
        Path classes = folder.resolve("classes");
        String path = modulePath();

        assertThat(compiled(
                        "--release",
                        "17",
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        path,
                        "-d",
                        classes.toString(),
                        info.toString(),
                        main.toString()))
                .isEmpty();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=org.xerial.sqlitejdbc",
                        "--module-path",
                        classes + File.pathSeparator + path,
                        "--module",
                        "consumer/consumer.Main")
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines()).containsExactly("NO_RECORD");
        assertThat(store).isNotEmptyFile();
    }

    /** What the page on stores shows, with this file in place of its own. */
    private static String snippet(Path store) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "stores.md"));
        String code = page.split("~~~java\n", 2)[1].split("~~~\n", 2)[0];
        assertThat(code).contains("/var/lib/mta-sts/policies.db");
        return code.replace("/var/lib/mta-sts/policies.db", store.toString());
    }

    private static String compiled(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
        return said.toString();
    }

    /** What a consumer gets of the class path: no tests, and nothing that only they need. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-tests.jar"))
                .filter(entry -> Stream.of(
                                "mta-sts-core",
                                "mta-sts-tlsrpt",
                                "mta-sts-sender",
                                "mta-sts-store-sqlite",
                                "caffeine",
                                "slf4j",
                                "sqlite-jdbc")
                        .anyMatch(artifact -> isOf(artifact, Path.of(entry))))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOf(String artifact, Path entry) {
        return Files.isDirectory(entry)
                ? entry.endsWith(Path.of(artifact, "target", "classes"))
                : String.valueOf(entry.getFileName()).startsWith(artifact);
    }
}
