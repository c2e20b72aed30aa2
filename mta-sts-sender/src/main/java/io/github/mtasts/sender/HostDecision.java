package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.TlsaRecord;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whether DANE or MTA-STS counts for one MX host, and what the host must show. Immutable and thread-safe. */
public final class HostDecision {

    private final PolicyState state;
    private final HostJudge judge;
    private final String mxHost;
    private final HostFinding finding;

    HostDecision(PolicyState state, HostJudge judge, String mxHost, HostFinding finding) {
        this.state = state;
        this.judge = judge;
        this.mxHost = mxHost;
        this.finding = finding;
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
        return finding.protection();
    }

    /**
     * Whether mail goes to the host over TLS alone, proven or not: with DANE, and with TLSA records of which none is usable
     * (RFC 7672, section 2.2). Besides, the policy may ask for it.
     *
     * @return false where clear text is no matter of DANE
     */
    public boolean isTlsRequiredByDane() {
        return finding.tlsRequired();
    }

    /**
     * The usable TLSA records.
     *
     * @return empty unless the protection is {@link HostProtection#DANE}
     */
    public List<TlsaRecord> tlsa() {
        return finding.tlsa();
    }

    /**
     * Why, for people.
     *
     * @return remote text in it is not escaped
     */
    public String detail() {
        return finding.detail();
    }

    /**
     * The same decision for a host that is tried over this connection, so that reports tell of it.
     *
     * @param connection its addresses
     * @return a copy
     */
    public HostDecision over(MxConnection connection) {
        return new HostDecision(state.over(connection), judge, mxHost, finding);
    }

    /**
     * Judges the host, TLS being up, before MAIL FROM: by its TLSA records, or as {@link PolicyDecision#verify} does. The
     * listener hears of it.
     *
     * @param certificates the host's own first, as from {@code SSLSession.getPeerCertificates()}
     * @return whether the message may go there
     */
    public HostResult verify(List<X509Certificate> certificates) {
        return switch (finding.protection()) {
            case DANE -> judge.verifyDane(state, mxHost, finding, certificates);
            case MTA_STS, NONE -> judge.verify(state, mxHost, certificates);
            case UNKNOWN -> judge.unknown(state, mxHost, finding);
        };
    }

    /**
     * Judges the host when it offers no STARTTLS. The listener hears of it.
     *
     * @return whether the message may go there without TLS
     */
    public HostResult withoutStartTls() {
        return judge.withoutStartTls(state, mxHost, finding);
    }

    /**
     * Judges the host when TLS did not come up, other than by its certificate. The listener hears of it.
     *
     * @param failure what the TLS library threw; its message stands in reports
     * @return whether the message may go there without TLS
     */
    public HostResult tlsFailed(Throwable failure) {
        return judge.tlsFailed(state, mxHost, finding, failure);
    }

    /** The decision, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(mxHost) + ": " + protection()
                + (detail().isEmpty() ? "" : " (" + RemoteText.escape(detail()) + ")");
    }
}
