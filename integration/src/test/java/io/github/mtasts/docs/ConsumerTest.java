package io.github.mtasts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each module as a consumer uses it: from a module of its own, with every warning an error. */
class ConsumerTest {

    @Test
    void coreNeedsNothingElse(@TempDir Path folder) throws Exception {
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts", CORE, Consumer.only("mta-sts-core")))
                .isEqualTo("ABSENT");
    }

    @Test
    void theShortWayInBringsTheCoreTheResolverAndTheFetcherAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts",
                "mta-sts-core",
                "mta-sts-dns",
                "mta-sts-http",
                "dnsjava",
                "okhttp-jvm",
                "okio",
                "kotlin",
                "annotations",
                "slf4j");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.system", SYSTEM, path))
                .isEqualTo("UNDETERMINED SERVER_FAILURE true");
    }

    @Test
    void dnsBringsTheCoreAlong(@TempDir Path folder) throws Exception {
        assertThat(Consumer.runsAsModule(
                        folder,
                        "io.github.mtasts.dns",
                        DNS,
                        Consumer.only("mta-sts-core", "mta-sts-dns", "dnsjava", "slf4j")))
                .isEqualTo("SERVER_FAILURE");
    }

    @Test
    void httpBringsTheCoreAlong(@TempDir Path folder) throws Exception {
        List<String> path =
                Consumer.only("mta-sts-core", "mta-sts-http", "okhttp-jvm", "okio", "kotlin", "annotations", "slf4j");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.http", HTTP, path))
                .isEqualTo("HOST_NOT_FOUND");
    }

    @Test
    void theSenderBringsTheCoreAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only("mta-sts-core", "mta-sts-tlsrpt", "mta-sts-sender", "caffeine", "slf4j");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.sender", SENDER, path))
                .isEqualTo("NO_RECORD");
    }

    @Test
    void tlsReportsBringTheCoreAlong(@TempDir Path folder) throws Exception {
        assertThat(Consumer.runsAsModule(
                        folder, "io.github.mtasts.tlsrpt", TLSRPT, Consumer.only("mta-sts-core", "mta-sts-tlsrpt")))
                .isEqualTo("example.org");
    }

    @Test
    void theSqliteStoreBringsTheSenderAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts-core",
                "mta-sts-tlsrpt",
                "mta-sts-sender",
                "mta-sts-store-sqlite",
                "sqlite-jdbc",
                "caffeine",
                "slf4j");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.store.sqlite", SQLITE, path))
                .isEqualTo("Optional.empty");
    }

    @Test
    void theJdbcStoreBringsTheSenderAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts-core", "mta-sts-tlsrpt", "mta-sts-sender", "mta-sts-store-jdbc", "caffeine", "slf4j");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.store.jdbc", JDBC, path))
                .isEqualTo("no database");
    }

    @Test
    void testingBringsTheCoreAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts-core",
                "mta-sts-testing",
                "dnsjava",
                "mockwebserver3",
                "okhttp",
                "okio",
                "kotlin",
                "annotations",
                "slf4j",
                "bcp",
                "bcutil");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.testing", TESTING, path))
                .isEqualTo("true");
    }

    @Test
    void clientsOfTheWorldBringTheirAdaptersAlong(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts",
                "mta-sts-core",
                "mta-sts-dns",
                "mta-sts-http",
                "mta-sts-sender",
                "mta-sts-testing",
                "mta-sts-testing-clients",
                "mta-sts-tlsrpt",
                "caffeine",
                "dnsjava",
                "mockwebserver3",
                "okhttp",
                "okio",
                "kotlin",
                "annotations",
                "slf4j",
                "bcp",
                "bcutil");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.testing.clients", CLIENTS, path))
                .isEqualTo("ABSENT");
    }

    @Test
    void metersNeedNoSender(@TempDir Path folder) throws Exception {
        List<String> path = Consumer.only(
                "mta-sts-core", "mta-sts-micrometer", "micrometer-", "HdrHistogram", "LatencyUtils", "jspecify");
        assertThat(Consumer.runsAsModule(folder, "io.github.mtasts.micrometer", MICROMETER, path))
                .isEqualTo("mta.sts.dns.lookups");
    }

    private static final String SENDER = """
            package consumer;

            import io.github.mtasts.sender.MtaStsSender;
            import io.github.mtasts.spi.*;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    try (MtaStsSender sender = MtaStsSender.builder()
                            .resolver(name -> CompletableFuture.completedFuture(
                                    Lookup.without(LookupStatus.NO_SUCH_NAME, "")))
                            .policyFetcher(url -> CompletableFuture.completedFuture(
                                    PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "")))
                            .build()) {
                        System.out.println(sender.policyFor("example.org").join().reason());
                    }
                }
            }
            """;

    private static final String TLSRPT = """
            package consumer;

            import io.github.mtasts.syntax.DomainName;
            import io.github.mtasts.tlsrpt.*;
            import java.time.*;
            import java.util.List;

            public final class Main {
                public static void main(String[] args) {
                    TlsRptEvent event = TlsRptEvent.builder()
                            .time(Instant.EPOCH)
                            .policyDomain(new DomainName("example.org"))
                            .policyType(PolicyType.STS)
                            .build();
                    TlsRptReport report = new TlsRptReporter("Example Post", "tlsrpt@post.example")
                            .reports(LocalDate.EPOCH, List.of(event), DomainName::text)
                            .get(0);
                    System.out.println(TlsRptReport.fromMap(report.toMap()).report().policyDomain().orElseThrow());
                }
            }
            """;

    private static final String SQLITE = """
            package consumer;

            import io.github.mtasts.store.sqlite.SqlitePolicyStore;
            import io.github.mtasts.syntax.DomainName;
            import java.nio.file.*;

            public final class Main {
                public static void main(String[] args) throws Exception {
                    Path folder = Files.createTempDirectory("consumer");
                    try (SqlitePolicyStore store = SqlitePolicyStore.open(folder.resolve("policies.db"))) {
                        System.out.println(store.find(new DomainName("example.org")));
                    }
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                        for (Path file : files) {
                            Files.delete(file);
                        }
                    }
                    Files.delete(folder);
                }
            }
            """;

    private static final String JDBC = """
            package consumer;

            import io.github.mtasts.sender.*;
            import io.github.mtasts.store.jdbc.JdbcPolicyStore;
            import io.github.mtasts.syntax.DomainName;
            import java.io.PrintWriter;
            import java.sql.*;
            import java.util.logging.Logger;
            import javax.sql.DataSource;

            public final class Main {
                public static void main(String[] args) {
                    PolicyStore store = JdbcPolicyStore.using(new NoDatabase());
                    try {
                        store.find(new DomainName("example.org"));
                    } catch (PolicyStoreException failed) {
                        System.out.println(failed.getCause().getMessage());
                    }
                }

                private static final class NoDatabase implements DataSource {
                    public Connection getConnection() throws SQLException {
                        throw new SQLException("no database");
                    }

                    public Connection getConnection(String user, String password) throws SQLException {
                        return getConnection();
                    }

                    public PrintWriter getLogWriter() {
                        return new PrintWriter(System.out);
                    }

                    public void setLogWriter(PrintWriter out) {}

                    public void setLoginTimeout(int seconds) {}

                    public int getLoginTimeout() {
                        return 0;
                    }

                    public Logger getParentLogger() {
                        return Logger.getGlobal();
                    }

                    public <T> T unwrap(Class<T> type) throws SQLException {
                        throw new SQLException();
                    }

                    public boolean isWrapperFor(Class<?> type) {
                        return false;
                    }
                }
            }
            """;

    private static final String MICROMETER = """
            package consumer;

            import io.github.mtasts.micrometer.MtaStsMeters;
            import io.github.mtasts.spi.*;
            import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    SimpleMeterRegistry registry = new SimpleMeterRegistry();
                    TxtResolver resolver = MtaStsMeters.of(registry)
                            .txtResolver(name -> CompletableFuture.completedFuture(
                                    Lookup.without(LookupStatus.NO_SUCH_NAME, "")));
                    resolver.resolveTxt("example.org").join();
                    System.out.println(registry.getMeters().get(0).getId().getName());
                }
            }
            """;

    private static final String CORE = """
            package consumer;

            import io.github.mtasts.MtaStsChecker;
            import io.github.mtasts.spi.*;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    MtaStsChecker checker = MtaStsChecker.builder()
                            .resolver(
                                    name -> CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_SUCH_NAME, "")),
                                    name -> CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_RECORDS, "")))
                            .policyFetcher(url -> CompletableFuture.completedFuture(
                                    PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "")))
                            .build();
                    System.out.println(checker.check("example.org").verdict());
                }
            }
            """;

    private static final String SYSTEM = """
            package consumer;

            import io.github.mtasts.*;
            import io.github.mtasts.spi.*;
            import io.github.mtasts.system.MtaSts;

            public final class Main {
                public static void main(String[] args) {
                    MtaSts mtaSts = MtaSts.system();
                    mtaSts.close();
                    Verdict verdict = mtaSts.check("example.org").verdict();
                    LookupStatus status = mtaSts.resolver().resolveTxt("example.org").join().status();
                    System.out.println(verdict + " " + status + " " + (mtaSts.policyFetcher() instanceof PolicyFetcher));
                }
            }
            """;

    private static final String DNS = """
            package consumer;

            import io.github.mtasts.dns.DnsjavaResolver;
            import java.net.InetSocketAddress;

            public final class Main {
                public static void main(String[] args) {
                    DnsjavaResolver dns = DnsjavaResolver.at(new InetSocketAddress("127.0.0.1", 53));
                    dns.close();
                    System.out.println(dns.resolveTxt("example.org").join().status());
                }
            }
            """;

    private static final String HTTP = """
            package consumer;

            import io.github.mtasts.http.OkHttpPolicyFetcher;
            import io.github.mtasts.spi.*;
            import java.net.URI;
            import java.util.concurrent.CompletableFuture;

            public final class Main {
                public static void main(String[] args) {
                    try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(host ->
                            CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_SUCH_NAME, "")))) {
                        URI url = URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt");
                        System.out.println(fetcher.fetchPolicy(url).join().status());
                    }
                }
            }
            """;

    private static final String CLIENTS = """
            package consumer;

            import io.github.mtasts.testing.MtaStsWorld;
            import io.github.mtasts.testing.clients.WorldClients;

            public final class Main {
                public static void main(String[] args) {
                    try (MtaStsWorld world = MtaStsWorld.start()) {
                        System.out.println(
                                WorldClients.checkerIn(world).check("example.org").verdict());
                    }
                }
            }
            """;

    private static final String TESTING = """
            package consumer;

            import io.github.mtasts.testing.MtaStsWorld;

            public final class Main {
                public static void main(String[] args) {
                    try (MtaStsWorld world = MtaStsWorld.start()) {
                        world.domain("example.org").record("v=STSv1; id=1").policy("version: STSv1");
                        System.out.println(world.httpsPort() > 0);
                    }
                }
            }
            """;
}
