package io.github.mtasts.sender;

import io.github.mtasts.certificate.CertificateFault;
import io.github.mtasts.certificate.DaneCertificate;
import io.github.mtasts.certificate.MxCertificate;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.syntax.PolicyMode;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges one MX host, by DANE where the host has usable TLSA records, otherwise by the domain's MTA-STS policy (RFC 8461,
 * sections 2, 4 and 5). Immutable and thread-safe.
 */
public final class HostDecision {

    /** What a sender judges hosts with. */
    record Means(Set<TrustAnchor> anchors, Clock clock, SenderEvents events) {}

    private final PolicyDecision policy;
    private final String mxHost;
    private final DaneAnswer dane;
    private final MxConnection connection;
    private final Means means;

    HostDecision(PolicyDecision policy, String mxHost, DaneAnswer dane, MxConnection connection, Means means) {
        this.policy = policy;
        this.mxHost = mxHost;
        this.dane = dane;
        this.connection = connection;
        this.means = means;
    }

    /**
     * The MX host.
     *
     * @return its name as the MX record has it
     */
    public String mxHost() {
        return mxHost;
    }

    /**
     * What protects a delivery to the host, if anything.
     *
     * @return the protection
     */
    public HostProtection protection() {
        if (dane.isUnknown()) {
            return HostProtection.UNKNOWN;
        }
        if (!dane.tlsa().isEmpty()) {
            return HostProtection.DANE;
        }
        return policy.requiresProof() ? HostProtection.MTA_STS : HostProtection.NONE;
    }

    /**
     * Whether DANE forbids plain text: with usable TLSA records, and with TLSA records of which none is usable (RFC 7672,
     * section 2.2). The policy may forbid it as well.
     *
     * @return false when DANE does not require TLS
     */
    public boolean isTlsRequiredByDane() {
        return dane.requiresTls();
    }

    /**
     * The usable TLSA records.
     *
     * @return empty unless the protection is {@link HostProtection#DANE}
     */
    public List<TlsaRecord> tlsa() {
        return dane.tlsa();
    }

    /**
     * What was found of DANE, for people.
     *
     * @return remote text in it is not escaped
     */
    public String detail() {
        return dane.detail();
    }

    /**
     * The same decision with connection details to include in reports.
     *
     * @param details the addresses, and the host's name for itself
     * @return a copy
     */
    public HostDecision over(MxConnection details) {
        return new HostDecision(policy, mxHost, dane, Objects.requireNonNull(details, "details"), means);
    }

    /**
     * Judges the host's certificate, when TLS is up and before MAIL FROM. Under DANE it must match a TLSA record; under
     * MTA-STS in modes enforce and testing the host must match an mx pattern, and the certificate must have a DNS-ID for the
     * host, be within its dates, and chain to a trusted root (RFC 8461, section 4). The listener gets an event.
     *
     * @param certificates the host's own first, as from {@code SSLSession.getPeerCertificates()}
     * @return whether the message may go there
     */
    public HostResult verify(List<X509Certificate> certificates) {
        Objects.requireNonNull(certificates, "certificates");
        return switch (protection()) {
            case DANE ->
                DaneCertificate.fault(
                                List.of(mxHost, policy.domain(), dane.base()),
                                certificates,
                                dane.tlsa(),
                                means.clock().instant())
                        .map(fault -> failedDane(fault.resultType(), fault.reasonCode(), fault.detail()))
                        .orElseGet(this::passedDane);
            case MTA_STS ->
                stsFault(certificates)
                        .map(fault -> failedSts(fault.resultType(), fault.reasonCode(), fault.detail()))
                        .orElseGet(this::passed);
            case NONE -> policy.isUndecided() ? undecided() : passed();
            case UNKNOWN -> unknown();
        };
    }

    /**
     * Judges a host that offers no STARTTLS. The listener gets an event.
     *
     * @return whether the message may go there in plain text
     */
    public HostResult withoutStartTls() {
        return withoutTls(ResultType.STARTTLS_NOT_SUPPORTED, "", "the host offers no STARTTLS");
    }

    /**
     * Judges a host with which TLS failed before it could be verified. The listener gets an event.
     *
     * @param failure what the TLS library threw; its message is included in reports
     * @return whether the message may go there in plain text
     */
    public HostResult tlsFailed(Throwable failure) {
        String message = Objects.requireNonNull(failure, "failure").getMessage();
        String why = message == null ? failure.getClass().getSimpleName() : message;
        return withoutTls(ResultType.VALIDATION_FAILURE, why, "TLS failed: " + why);
    }

    private HostResult withoutTls(ResultType type, String reasonCode, String detail) {
        if (dane.isUnknown()) {
            return unknown();
        }
        return dane.requiresTls() ? failedDane(type, reasonCode, detail) : failedSts(type, reasonCode, detail);
    }

    private Optional<CertificateFault> stsFault(List<X509Certificate> certificates) {
        // §4.1: the name of the MX host matches a pattern
        if (policy.match(mxHost).isEmpty()) {
            return Optional.of(new CertificateFault(
                    ResultType.CERTIFICATE_HOST_MISMATCH,
                    "mx-host-not-in-policy",
                    "no mx pattern of the policy covers " + mxHost));
        }
        // §4.2: the certificate names the MX host
        return MxCertificate.fault(
                mxHost, certificates, means.anchors(), means.clock().instant());
    }

    // §5: the mode says what becomes of a failure
    private HostResult failedSts(ResultType type, String reasonCode, String detail) {
        if (policy.isUndecided()) {
            return undecided();
        }
        if (policy.failure().isPresent()) {
            means.events().session(this, policy.failure(), "");
        } else if (!policy.isMode(PolicyMode.NONE)) {
            means.events().session(this, Optional.of(type), reasonCode);
        }
        if (!policy.requiresProof()) {
            return new HostResult(Delivery.DELIVER, Optional.empty(), detail);
        }
        return new HostResult(
                policy.isEnforced() ? Delivery.DO_NOT_DELIVER : Delivery.DELIVER_AND_REPORT, Optional.of(type), detail);
    }

    // §2: MTA-STS, whatever its mode, never overrides a DANE failure
    private HostResult failedDane(ResultType type, String reasonCode, String detail) {
        means.events().daneSession(this, Optional.of(type), reasonCode);
        return new HostResult(Delivery.DO_NOT_DELIVER, Optional.of(type), detail);
    }

    private HostResult passedDane() {
        means.events().daneSession(this, Optional.empty(), "");
        return new HostResult(Delivery.DELIVER, Optional.empty(), "");
    }

    private HostResult passed() {
        means.events().session(this, policy.failure(), "");
        return new HostResult(Delivery.DELIVER, Optional.empty(), "");
    }

    /** A failed lookup is transient. A sender that was closed is not a failure to report. */
    private HostResult unknown() {
        if (dane.failure().isPresent()) {
            means.events().daneSession(this, dane.failure(), "");
        }
        return new HostResult(Delivery.DO_NOT_DELIVER, dane.failure(), dane.detail());
    }

    private HostResult undecided() {
        String why = policy.reason() == DecisionReason.CLOSED ? "the sender was closed" : policy.detail();
        return new HostResult(Delivery.DO_NOT_DELIVER, Optional.empty(), why);
    }

    PolicyDecision policy() {
        return policy;
    }

    MxConnection connection() {
        return connection;
    }

    /** The decision, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(mxHost) + ": " + protection()
                + (detail().isEmpty() ? "" : " (" + RemoteText.escape(detail()) + ")");
    }
}
