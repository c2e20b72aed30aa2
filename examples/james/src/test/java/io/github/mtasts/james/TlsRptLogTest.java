package io.github.mtasts.james;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.time.Instant;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.junit.jupiter.api.Test;

class TlsRptLogTest {

    private final RecordingMetricFactory metrics = new RecordingMetricFactory();
    private final TlsRptLog log = new TlsRptLog(metrics);

    @Test
    void successesAndFailuresAreCounted() {
        log.onEvent(event().build());
        log.onEvent(event().build());
        log.onEvent(event().resultType(ResultType.CERTIFICATE_EXPIRED).build());

        assertThat(metrics.countFor("tlsRptSuccessfulSessions")).isEqualTo(2);
        assertThat(metrics.countFor("tlsRptFailures")).isEqualTo(1);
    }

    private static TlsRptEvent.Builder event() {
        TlsRptEvent.Builder event = TlsRptEvent.builder();
        event.time(Instant.EPOCH).policyDomain(new DomainName("example.org")).policyType(PolicyType.STS);
        return event;
    }
}
