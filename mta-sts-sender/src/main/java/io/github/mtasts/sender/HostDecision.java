package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.TlsaRecord;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whether DANE or MTA-STS counts for one MX host, and what the host must show. Immutable and thread-safe. */
public final class HostDecision {

    private final PolicyState state;
    private final HostJudge judge;
    private final String mxHost;
    private final HostProtection protection;
    private final List<TlsaRecord> tlsa;
    private final String detail;

    HostDecision(
            PolicyDecision decision, String mxHost, HostProtection protection, List<TlsaRecord> tlsa, String detail) {
        this.state = decision.state();
        this.judge = decision.judge();
        this.mxHost = mxHost;
        this.protection = protection;
        this.tlsa = List.copyOf(tlsa);
        this.detail = detail;
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
     * Which of the two counts, if any.
     *
     * @return the protection
     */
    public HostProtection protection() {
        return protection;
    }

    /**
     * The usable TLSA records.
     *
     * @return empty unless the protection is {@link HostProtection#DANE}
     */
    public List<TlsaRecord> tlsa() {
        return tlsa;
    }

    /**
     * Why, for people.
     *
     * @return remote text in it is not escaped
     */
    public String detail() {
        return detail;
    }

    /**
     * Judges the host, TLS being up, before MAIL FROM: by its TLSA records, or as {@link PolicyDecision#verify} does. The
     * listener hears of it.
     *
     * @param certificates the host's own first, as from {@code SSLSession.getPeerCertificates()}
     * @return whether the message may go there
     */
    public HostResult verify(List<X509Certificate> certificates) {
        return switch (protection) {
            case DANE -> judge.verifyDane(state, mxHost, tlsa, certificates);
            case MTA_STS, NONE -> judge.verify(state, mxHost, certificates);
            case UNKNOWN -> unknown();
        };
    }

    /**
     * Judges the host when it offers no STARTTLS. The listener hears of it.
     *
     * @return whether the message may go there without TLS
     */
    public HostResult withoutStartTls() {
        return failed(ResultType.STARTTLS_NOT_SUPPORTED, "", "the host offers no STARTTLS");
    }

    /**
     * Judges the host when TLS did not come up, other than by its certificate. The listener hears of it.
     *
     * @param reason the failure as the TLS library tells it
     * @return whether the message may go there without TLS
     */
    public HostResult tlsFailed(String reason) {
        return failed(ResultType.VALIDATION_FAILURE, reason, reason);
    }

    private HostResult failed(ResultType type, String reasonCode, String told) {
        return switch (protection) {
            case DANE -> judge.failedDane(state, mxHost, tlsa, type, reasonCode, told);
            case MTA_STS, NONE -> judge.failed(state, mxHost, type, reasonCode, told);
            case UNKNOWN -> unknown();
        };
    }

    private HostResult unknown() {
        return judge.failedDane(state, mxHost, tlsa, ResultType.DNSSEC_INVALID, "tlsa-lookup-failed", detail);
    }

    /** The decision, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(mxHost) + ": " + protection
                + (detail.isEmpty() ? "" : " (" + RemoteText.escape(detail) + ")");
    }
}
