package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the listener, with events as RFC 8460, section 4.4 wants them. What the listener throws is logged and stops no mail. */
final class SenderEvents {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final SenderListener listener;
    private final Clock clock;

    SenderEvents(SenderListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void decided(PolicyDecision decision) {
        guarded(() -> listener.onDecision(decision));
    }

    void fetched(DomainName domain, DecisionReason reason) {
        guarded(() -> listener.onFetch(domain, reason));
    }

    /** A fetch failed while a policy was cached; without one, the failure is reported with each session. */
    void refreshFailed(DomainName domain, PolicyDecision cached, ResultType failure) {
        send(of(cached, domain).resultType(failure));
    }

    /** A session that was judged by the policy. */
    void session(HostDecision host, Optional<ResultType> result, String reasonCode) {
        PolicyDecision policy = host.policy();
        if (policy.reason() != DecisionReason.SKIPPED) {
            policy.name().ifPresent(domain -> send(of(policy, domain), host, result, reasonCode));
        }
    }

    /** A session that was judged by the host's TLSA records. */
    void daneSession(HostDecision host, Optional<ResultType> result, String reasonCode) {
        host.policy().name().ifPresent(domain -> {
            List<String> records =
                    host.tlsa().stream().map(TlsaRecord::toString).toList();
            send(of(domain).policyType(PolicyType.TLSA).policyString(records), host, result, reasonCode);
        });
    }

    private void send(TlsRptEvent.Builder event, HostDecision host, Optional<ResultType> result, String reasonCode) {
        MxConnection connection = host.connection();
        event.receivingMxHostname(host.mxHost());
        connection.sendingMtaIp().ifPresent(event::sendingMtaIp);
        connection.receivingIp().ifPresent(event::receivingIp);
        connection.receivingMxHelo().ifPresent(event::receivingMxHelo);
        result.ifPresent(event::resultType);
        if (!reasonCode.isEmpty()) {
            event.failureReasonCode(reasonCode);
        }
        send(event);
    }

    private void send(TlsRptEvent.Builder event) {
        guarded(() -> listener.onEvent(event.build()));
    }

    private TlsRptEvent.Builder of(PolicyDecision decision, DomainName domain) {
        TlsRptEvent.Builder event = of(domain);
        if (decision.requiresProof()) {
            StsPolicy policy = decision.policy().orElseThrow();
            event.policyType(PolicyType.STS)
                    .policyString(decision.text()
                            .map(Octets::decoded)
                            .orElseGet(policy::toText)
                            .lines()
                            .toList())
                    .mxHostPatterns(policy.mx().stream().map(MxPattern::text).toList());
        } else {
            event.policyType(decision.failure().isPresent() ? PolicyType.STS : PolicyType.NO_POLICY_FOUND);
        }
        return event;
    }

    private TlsRptEvent.Builder of(DomainName domain) {
        return TlsRptEvent.builder().time(clock.instant()).policyDomain(domain);
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException thrown) {
            LOG.error("The listener failed", thrown);
        }
    }
}
