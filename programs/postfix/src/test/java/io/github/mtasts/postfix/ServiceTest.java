package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole server in a small Internet: real sockets, DNS, HTTPS and store. */
@ExtendWith(MtaStsWorldExtension.class)
class ServiceTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String ENFORCED = "OK secure match=mx.example.org servername=hostname";

    @TempDir
    private Path folder;

    @Test
    void postfixGetsAPolicyAndTheSecondTimeWithoutTheNetwork(MtaStsWorld world) {
        enforce(world);
        try (Service service = new Service(settings(world, Optional.empty()));
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            assertThat(postfix.ask("example.org")).isEqualTo(ENFORCED);
            int before = world.connections();

            assertThat(postfix.ask("example.org")).isEqualTo(ENFORCED);
            assertThat(world.connections()).isEqualTo(before);
        }
    }

    @Test
    void aPolicySurvivesARestartAlsoWhenItsHostIsGone(MtaStsWorld world) {
        enforce(world);
        ServeSettings settings = settings(world, Optional.of(folder.resolve("policies.sqlite")));
        try (Service service = new Service(settings);
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            postfix.ask("example.org");
        }
        world.domain("example.org").mx("mx.example.org");

        try (Service service = new Service(settings);
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            assertThat(postfix.ask("example.org")).isEqualTo(ENFORCED);
        }
    }

    @Test
    void aFileThatIsNotAStoreIsNamedAndNothingStaysOpen(MtaStsWorld world) throws IOException {
        Path file = Files.writeString(folder.resolve("store"), "this is no SQLite file, but a text of some length\n");

        assertThatThrownBy(() -> new Service(settings(world, Optional.of(file))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void theOperatorSeesTheAnswersToPostfix(MtaStsWorld world) {
        enforce(world);
        try (Service service = new Service(settings(world, Optional.empty()))) {
            AdminClient admin = new AdminClient(service.adminAddress());

            assertThat(admin.get("/query?domain=example.org").lines())
                    .startsWith(
                            "example.org   enforce   FETCHED",
                            "  answer    secure match=mx.example.org servername=hostname",
                            "  because   the policy in force has mode enforce")
                    .anyMatch(line -> line.matches("  policy    fetched \\d+ s ago, id 1, until 20\\d\\d-.*Z"))
                    .endsWith("  mx        mx.example.org: covered by mx.example.org");
            assertThat(admin.get("/query?domain=%5Bmx.example.org%5D")).isEqualTo("""
                            [mx.example.org]
                              answer    NOTFOUND
                              because   this is not a domain, so it has no policy
                            """);
        }
    }

    @Test
    void theOperatorSeesTheCacheAndCanEmptyIt(MtaStsWorld world) {
        enforce(world);
        try (Service service = new Service(settings(world, Optional.empty()));
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            postfix.ask("example.org");
            AdminClient admin = new AdminClient(service.adminAddress());

            assertThat(admin.get("/dump").lines())
                    .hasSize(2)
                    .startsWith("domain\tmode\tage\tuntil\tid\treason\tmx")
                    .allMatch(line ->
                            line.matches("domain\t.*|example.org\tenforce\t\\d+ s\t20.*Z\t1\tCACHED\tmx.example.org"));
            assertThat(admin.post("/purge?domain=example.org")).isEqualTo("1 policy purged\n");
            assertThat(admin.post("/purge?domain=example.org")).isEqualTo("there was no policy\n");
            assertThat(admin.get("/dump").lines()).hasSize(1);

            postfix.ask("example.org");
            assertThat(admin.post("/purge?all")).isEqualTo("1 policy purged\n");
            assertThat(admin.post("/purge?all")).isEqualTo("0 policies purged\n");
        }
    }

    @Test
    void metricsCountWhatWasAskedAndWhatIsKept(MtaStsWorld world) {
        enforce(world);
        try (Service service = new Service(settings(world, Optional.empty()));
                SocketmapClient postfix = new SocketmapClient(service.address())) {
            postfix.ask("example.org");
            postfix.ask("[example.org]");

            assertThat(new AdminClient(service.adminAddress()).get("/metrics").lines())
                    .contains(
                            "mta_sts_answers_seconds_count{answer=\"ok\",protocol=\"socketmap\",reason=\"enforced\"} 1",
                            "mta_sts_answers_seconds_count{answer=\"notfound\",protocol=\"socketmap\",reason=\"no_domain\"} 1",
                            "mta_sts_cached_policies{mode=\"enforce\"} 1.0",
                            "mta_sts_cached_policies{mode=\"testing\"} 0.0",
                            "mta_sts_cached_policies_refresh_failed 0.0",
                            "mta_sts_fetches_total{result=\"fetched\"} 1.0",
                            "mta_sts_clients 1.0");
        }
    }

    @Test
    void healthIsServed(MtaStsWorld world) {
        try (Service service = new Service(settings(world, Optional.empty()))) {
            AdminClient admin = new AdminClient(service.adminAddress());

            assertThat(admin.get("/health/live")).isEqualTo("live\n");
            assertThat(admin.get("/health/ready")).isEqualTo("ready\n");
        }
    }

    private static void enforce(MtaStsWorld world) {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(PolicyMode.ENFORCE, "mx.example.org")
                .mx("mx.example.org")
                .ttl(Duration.ofMinutes(5));
    }

    static ServeSettings settings(MtaStsWorld world, Optional<Path> store) {
        return new ServeSettings(
                ANY,
                ANY,
                store,
                new NetworkSettings(
                        Optional.of(world.dns()),
                        Duration.ofSeconds(30),
                        InetAddress::isLoopbackAddress,
                        List.of(world.ca()),
                        world.httpsPort()),
                false,
                false,
                OperatorRules.of(Map.of()),
                0);
    }
}
