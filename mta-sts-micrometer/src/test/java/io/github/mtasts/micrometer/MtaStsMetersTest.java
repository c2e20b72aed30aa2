package io.github.mtasts.micrometer;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is measured, and that measuring changes nothing. */
class MtaStsMetersTest {

    private static final FakeDns DNS = FakeDns.with()
            .txt("_mta-sts.example.org", "v=STSv1; id=1")
            .mx("example.org", 10, "mail.example.org")
            .fails("mail.example.org", LookupStatus.TIMED_OUT);
    private static final FakePolicies POLICIES = FakePolicies.with()
            .policy("example.org", "version: STSv1\nmode: testing\nmx: mail.example.org\nmax_age: 604800\n");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MtaStsMeters meters = MtaStsMeters.of(registry);

    @Test
    void lookupsAreTimedByTypeAndStatus() {
        meters.txtResolver(DNS).resolveTxt("_mta-sts.example.org").join();
        meters.mxResolver(DNS).resolveMx("example.org").join();
        meters.addressResolver(DNS).resolveAddresses("mail.example.org").join();
        meters.tlsaResolver(DNS).resolveTlsa("_25._tcp.mail.example.org").join();

        assertThat(List.of(
                        lookups("txt", "found"),
                        lookups("mx", "found"),
                        lookups("address", "timed_out"),
                        lookups("tlsa", "no_such_name")))
                .containsOnly(1L);
    }

    @Test
    void aPolicyFetchIsTimedByStatus() {
        meters.policyFetcher(POLICIES)
                .fetchPolicy(URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt"))
                .join();

        assertThat(registry.get("mta.sts.policy.fetches")
                        .tag("status", "ok")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void cancellingReachesThePort() {
        CompletableFuture<Lookup<TxtRecord>> call = new CompletableFuture<>();

        meters.txtResolver(name -> call).resolveTxt("example.org").cancel(true);

        assertThat(call).isCancelled();
        assertThat(lookups("txt", "cancelled")).isEqualTo(1);
    }

    @Test
    void aPortThatThrowsIsMeasuredAsFailed() {
        RuntimeException bug = new IllegalStateException("bug");
        TxtResolver throwing = name -> {
            throw bug;
        };
        TxtResolver failing = name -> CompletableFuture.failedFuture(bug);

        assertThatThrownBy(() -> meters.txtResolver(throwing).resolveTxt("example.org"))
                .isSameAs(bug);
        assertThat(meters.txtResolver(failing).resolveTxt("example.org")).isCompletedExceptionally();
        assertThat(lookups("txt", "failed")).isEqualTo(2);
    }

    @Test
    void aCheckIsTimedByVerdict() {
        MtaStsChecker checker = MtaStsChecker.builder()
                .resolver(DNS)
                .policyFetcher(POLICIES)
                .listener(meters::checked)
                .build();

        checker.check("example.org");

        assertThat(registry.get("mta.sts.checks")
                        .tag("verdict", "testing")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void portsOfTheSameKindShareTheirMeters() {
        meters.txtResolver(DNS).resolveTxt("_mta-sts.example.org").join();
        MtaStsMeters.of(registry)
                .txtResolver(name -> completedFuture(Lookup.found(List.of(TxtRecord.of("v=STSv1; id=1")))))
                .resolveTxt("example.net")
                .join();

        assertThat(lookups("txt", "found")).isEqualTo(2);
    }

    private long lookups(String type, String status) {
        return registry.get("mta.sts.dns.lookups")
                .tag("type", type)
                .tag("status", status)
                .timer()
                .count();
    }
}
