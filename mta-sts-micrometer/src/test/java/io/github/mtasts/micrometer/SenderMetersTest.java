package io.github.mtasts.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted of a sender, and that its own listener is still called. */
class SenderMetersTest {

    private static final FakeDns DNS = FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1");
    private static final FakePolicies POLICIES = FakePolicies.with()
            .policy("example.org", "version: STSv1\nmode: testing\nmx: mail.example.org\nmax_age: 604800\n");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SenderMeters meters = SenderMeters.of(registry);

    @Test
    void aSendersDecisionsFetchesAndCacheAreCounted() {
        List<PolicyDecision> passedOn = new ArrayList<>();
        SenderListener next = new SenderListener() {
            @Override
            public void onDecision(PolicyDecision decision) {
                passedOn.add(decision);
            }
        };
        try (MtaStsSender sender = MtaStsSender.builder()
                .resolver(DNS)
                .policyFetcher(POLICIES)
                .listener(meters.listener(next))
                .build()) {
            meters.cached(sender);
            PolicyDecision decision = sender.policyFor("example.org").join();

            assertThat(passedOn).containsExactly(decision);
            assertThat(count("mta.sts.decisions", "reason", "fetched")).isEqualTo(1);
            assertThat(count("mta.sts.fetches", "result", "fetched")).isEqualTo(1);
            assertThat(cached("testing")).isEqualTo(1);
            assertThat(cached("enforce")).isZero();
            assertThat(registry.get("mta.sts.cached.policies.refresh.failed")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    @Test
    void onlyFailuresAreCountedOfTheEventsForReports() {
        SenderListener listener = meters.listener(new SenderListener() {});

        listener.onEvent(event().build());
        listener.onEvent(event().resultType(ResultType.STS_POLICY_FETCH_ERROR).build());

        assertThat(registry.get("mta.sts.tlsrpt.events").counters())
                .singleElement()
                .satisfies(counter -> {
                    assertThat(counter.getId().getTag("result_type")).isEqualTo("sts-policy-fetch-error");
                    assertThat(counter.count()).isEqualTo(1);
                });
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private double cached(String mode) {
        return registry.get("mta.sts.cached.policies").tag("mode", mode).gauge().value();
    }

    private static TlsRptEvent.Builder event() {
        return TlsRptEvent.builder()
                .time(Instant.EPOCH)
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.STS);
    }
}
