package io.github.mtasts.james;

import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records TLS report events (RFC 8460): a line in the log, and two counters among James' metrics. */
final class TlsRptLog implements SenderListener {

    private static final Logger LOG = LoggerFactory.getLogger(TlsRptLog.class);

    private final Metric successful;
    private final Metric failed;

    TlsRptLog(MetricFactory metrics) {
        successful = metrics.generate("tlsRptSuccessfulSessions");
        failed = metrics.generate("tlsRptFailures");
    }

    @Override
    public void onEvent(TlsRptEvent event) {
        boolean success = event.resultType().isEmpty();
        (success ? successful : failed).increment();
        if (success || event.policyType() == PolicyType.NO_POLICY_FOUND) {
            LOG.info("{}", event);
        } else {
            LOG.warn("{}", event);
        }
    }
}
