package io.github.mtasts.sender;

import io.github.mtasts.certificate.CertificateFault;
import io.github.mtasts.certificate.DaneCertificate;
import io.github.mtasts.certificate.MxCertificate;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds MX hosts against a policy (RFC 8461, sections 4 and 5), and tells the listener what came of it. */
final class HostJudge {

    private static final String WITHOUT_STARTTLS = "the host offers no STARTTLS";

    private final Set<TrustAnchor> anchors;
    private final Clock clock;
    private final SenderListener listener;

    HostJudge(Set<TrustAnchor> anchors, Clock clock, SenderListener listener) {
        this.anchors = anchors;
        this.clock = clock;
        this.listener = listener;
    }

    HostResult verify(PolicyState state, String mxHost, List<X509Certificate> certificates) {
        if (state.isUndecided()) {
            return undecided(state);
        }
        if (!state.asksForProof()) {
            return delivered(state, mxHost);
        }
        // §4.1: the name of the MX host matches a pattern
        if (state.match(mxHost).isEmpty()) {
            return failed(
                    state,
                    mxHost,
                    ResultType.CERTIFICATE_HOST_MISMATCH,
                    "mx-host-not-in-policy",
                    "no mx pattern of the policy covers " + mxHost);
        }
        // §4.2: the certificate names the MX host
        Optional<CertificateFault> fault = MxCertificate.fault(mxHost, certificates, anchors, clock.instant());
        return fault.map(wrong -> failed(state, mxHost, wrong.resultType(), wrong.reasonCode(), wrong.detail()))
                .orElseGet(() -> delivered(state, mxHost));
    }

    HostResult failed(PolicyState state, String mxHost, ResultType type, String reasonCode, String detail) {
        if (state.isUndecided()) {
            return undecided(state);
        }
        boolean testing = state.isMode(PolicyMode.TESTING);
        if (state.failure().isPresent()) {
            tell(state, mxHost, state.failure(), "");
        } else if (!state.isMode(PolicyMode.NONE)) {
            tell(state, mxHost, Optional.of(type), reasonCode);
        }
        if (!state.asksForProof()) {
            return new HostResult(Delivery.DELIVER, Optional.empty(), detail);
        }
        return new HostResult(
                testing ? Delivery.DELIVER_AND_REPORT : Delivery.DO_NOT_DELIVER, Optional.of(type), detail);
    }

    HostResult tlsFailed(PolicyState state, String mxHost, Throwable failure) {
        String told = told(failure);
        return failed(state, mxHost, ResultType.VALIDATION_FAILURE, told, "TLS failed: " + told);
    }

    HostResult withoutStartTls(PolicyState state, String mxHost) {
        return failed(state, mxHost, ResultType.STARTTLS_NOT_SUPPORTED, "", WITHOUT_STARTTLS);
    }

    HostResult withoutStartTls(PolicyState state, String mxHost, HostFinding finding) {
        if (finding.protection() == HostProtection.UNKNOWN) {
            return unknown(state, mxHost, finding);
        }
        return finding.tlsRequired()
                ? failedDane(state, mxHost, finding, ResultType.STARTTLS_NOT_SUPPORTED, "", WITHOUT_STARTTLS)
                : withoutStartTls(state, mxHost);
    }

    HostResult tlsFailed(PolicyState state, String mxHost, HostFinding finding, Throwable failure) {
        if (finding.protection() == HostProtection.UNKNOWN) {
            return unknown(state, mxHost, finding);
        }
        String told = told(failure);
        return finding.tlsRequired()
                ? failedDane(state, mxHost, finding, ResultType.VALIDATION_FAILURE, told, "TLS failed: " + told)
                : tlsFailed(state, mxHost, failure);
    }

    HostResult verifyDane(PolicyState state, String mxHost, HostFinding finding, List<X509Certificate> certificates) {
        Optional<CertificateFault> fault = DaneCertificate.fault(
                List.of(mxHost, state.domain(), finding.tlsaBase()), certificates, finding.tlsa(), clock.instant());
        if (fault.isPresent()) {
            CertificateFault wrong = fault.get();
            return failedDane(state, mxHost, finding, wrong.resultType(), wrong.reasonCode(), wrong.detail());
        }
        tellDane(state, mxHost, finding, Optional.empty(), "");
        return new HostResult(Delivery.DELIVER, Optional.empty(), "");
    }

    /** What cannot be known for now is transient; a sender that was closed is nothing to report. */
    HostResult unknown(PolicyState state, String mxHost, HostFinding finding) {
        if (finding.failure().isPresent()) {
            tellDane(state, mxHost, finding, finding.failure(), "");
        }
        return new HostResult(Delivery.DO_NOT_DELIVER, finding.failure(), finding.detail());
    }

    // RFC 8461 §2: MTA-STS in whatever mode never overrides DANE that fails
    private HostResult failedDane(
            PolicyState state, String mxHost, HostFinding finding, ResultType type, String reasonCode, String detail) {
        tellDane(state, mxHost, finding, Optional.of(type), reasonCode);
        return new HostResult(Delivery.DO_NOT_DELIVER, Optional.of(type), detail);
    }

    private void tellDane(
            PolicyState state, String mxHost, HostFinding finding, Optional<ResultType> type, String reasonCode) {
        name(state)
                .ifPresent(domain -> tell(
                        SessionEvents.ofDane(state, finding.tlsa(), domain, clock.instant()),
                        mxHost,
                        type,
                        reasonCode));
    }

    private static HostResult undecided(PolicyState state) {
        String why = state.reason() == DecisionReason.CLOSED ? "the sender was closed" : state.detail();
        return new HostResult(Delivery.DO_NOT_DELIVER, Optional.empty(), why);
    }

    private HostResult delivered(PolicyState state, String mxHost) {
        tell(state, mxHost, state.failure(), "");
        return new HostResult(Delivery.DELIVER, Optional.empty(), "");
    }

    private void tell(PolicyState state, String mxHost, Optional<ResultType> resultType, String reasonCode) {
        if (state.reason() != DecisionReason.SKIPPED) {
            name(state)
                    .ifPresent(domain ->
                            tell(SessionEvents.of(state, domain, clock.instant()), mxHost, resultType, reasonCode));
        }
    }

    private void tell(TlsRptEvent.Builder event, String mxHost, Optional<ResultType> resultType, String reasonCode) {
        event.receivingMxHostname(mxHost);
        resultType.ifPresent(event::resultType);
        if (!reasonCode.isEmpty()) {
            event.failureReasonCode(reasonCode);
        }
        listener.onEvent(event.build());
    }

    private static String told(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** An address literal has no policy, and nobody to report to. */
    private static Optional<DomainName> name(PolicyState state) {
        return DomainName.parse(state.domain()).value();
    }
}
