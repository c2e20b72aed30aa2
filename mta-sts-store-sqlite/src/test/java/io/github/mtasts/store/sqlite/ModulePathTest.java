package io.github.mtasts.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

    private static final String MAIN =
            """
            package consumer;

            import io.github.mtasts.sender.PolicyStore;
            import io.github.mtasts.sender.StoredPolicy;
            import io.github.mtasts.store.sqlite.SqlitePolicyStore;
            import io.github.mtasts.syntax.DomainName;
            import java.nio.file.Path;
            import java.time.Instant;

            public final class Main {
                public static void main(String[] args) {
                    try (SqlitePolicyStore file = SqlitePolicyStore.open(Path.of(args[0]))) {
                        PolicyStore store = file;
                        DomainName domain = new DomainName("example.org");
                        store.put(new StoredPolicy(domain, "1", "version: STSv1", Instant.EPOCH));
                        System.out.println(store.find(domain).orElseThrow().recordId());
                    }
                }
            }
            """;

    @Test
    void theStoreBringsTheSenderAlong(@TempDir Path folder) throws Exception {
        Path info = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path main = Files.createDirectories(folder.resolve("consumer")).resolve("Main.java");
        Files.writeString(main, MAIN);
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
                        "--module-path",
                        classes + File.pathSeparator + path,
                        "--module",
                        "consumer/consumer.Main",
                        folder.resolve("policies.db").toString())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines()).containsExactly("1");
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
