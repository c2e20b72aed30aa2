package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
class MetricsTest {

    @Test
    void theNumberOfClientsIsThereWhateverTheGarbageCollectorDoes() {
        try (Metrics metrics = new Metrics()) {
            metrics.watch(new AtomicInteger(3)::get);
            System.gc();
            assertThat(metrics.page(List.of())).contains("mta_sts_clients 3.0");
        }
    }

    @Test
    void onlyFailuresToRefreshAPolicyAreCounted() {
        try (Metrics metrics = new Metrics()) {
            metrics.onEvent(event().build());
            metrics.onEvent(
                    event().resultType(ResultType.STS_POLICY_FETCH_ERROR).build());

            assertThat(metrics.page(List.of()).lines().filter(line -> line.startsWith("mta_sts_tlsrpt_events_total")))
                    .containsExactly("mta_sts_tlsrpt_events_total{result_type=\"sts-policy-fetch-error\"} 1.0");
        }
    }

    private static TlsRptEvent.Builder event() {
        return TlsRptEvent.builder()
                .time(Instant.EPOCH)
                .policyDomain(DomainName.parse("example.org").value().orElseThrow())
                .policyType(PolicyType.STS);
    }
}
