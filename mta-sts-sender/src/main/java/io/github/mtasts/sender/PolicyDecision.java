package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policy in force for a domain at one moment, if any, and why. Immutable and thread-safe; to be asked for anew at each
 * delivery attempt, since policies change and expire.
 */
public final class PolicyDecision {

    private final PolicyState state;
    private final HostJudge judge;

    PolicyDecision(PolicyState state, HostJudge judge) {
        this.state = state;
        this.judge = judge;
    }

    /**
     * The policy domain.
     *
     * @return A-labels; the text that was asked for when it is no domain name
     */
    public String domain() {
        return state.domain();
    }

    /**
     * Why a policy is in force, or none is.
     *
     * @return the reason
     */
    public DecisionReason reason() {
        return state.reason();
    }

    /**
     * What went wrong on the way, for people.
     *
     * @return remote text in it is not escaped; empty when nothing went wrong
     */
    public String detail() {
        return state.detail();
    }

    /**
     * The policy in force; one in mode none asks for nothing (RFC 8461, section 5).
     *
     * @return empty when none is in force
     */
    public Optional<StsPolicy> policy() {
        return state.policy();
    }

    /**
     * The mode of the policy in force.
     *
     * @return empty when none is in force
     */
    public Optional<PolicyMode> mode() {
        return state.policy().map(StsPolicy::mode);
    }

    /**
     * Whether a host that cannot prove itself gets no mail.
     *
     * @return true when the policy in force has mode enforce
     */
    public boolean isEnforced() {
        return state.isMode(PolicyMode.ENFORCE);
    }

    /**
     * The id of the TXT record for which the policy was fetched.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<String> recordId() {
        return state.stored().map(StoredPolicy::recordId);
    }

    /**
     * When the policy in force was fetched.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<Instant> fetchedAt() {
        return state.stored().map(StoredPolicy::fetchedAt);
    }

    /**
     * How old the policy in force was when this decision was made.
     *
     * @return zero or more; empty for a pinned policy, and when none is in force
     */
    public Optional<Duration> age() {
        return fetchedAt()
                .map(then -> Duration.between(then, state.decidedAt()))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /**
     * From when on the policy is not applied any more, unless it is fetched again.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<Instant> expiresAt() {
        return state.expiresAt();
    }

    /**
     * The pattern that covers an MX host (RFC 8461, section 4.1).
     *
     * @param mxHost the host's name as the MX record has it
     * @return the first that matches; empty when none does, and when no policy is in force
     */
    public Optional<MxPattern> match(String mxHost) {
        return state.policy().flatMap(policy -> policy.coveredBy(mxHost));
    }

    /**
     * Judges a host with which TLS is up, before MAIL FROM. In modes enforce and testing the name must match a pattern, and
     * the certificate must have a DNS-ID for the host, be within its dates, and chain to a trusted root (RFC 8461, section
     * 4). The listener hears of it.
     *
     * @param mxHost the host's name as the MX record has it, never a name out of a certificate or a greeting
     * @param certificates the host's own first, as from {@code SSLSession.getPeerCertificates()}
     * @return whether the message may go there
     */
    public HostResult verify(String mxHost, List<X509Certificate> certificates) {
        return judge.verify(state, mxHost, certificates);
    }

    /**
     * Judges a host that offers no STARTTLS. The listener hears of it.
     *
     * @param mxHost the host's name as the MX record has it
     * @return whether the message may go there without TLS
     */
    public HostResult withoutStartTls(String mxHost) {
        return judge.failed(state, mxHost, ResultType.STARTTLS_NOT_SUPPORTED, "", "the host offers no STARTTLS");
    }

    /**
     * Judges a host with which TLS did not come up, other than by its certificate. The listener hears of it.
     *
     * @param mxHost the host's name as the MX record has it
     * @param reason the failure as the TLS library tells it
     * @return whether the message may go there without TLS
     */
    public HostResult tlsFailed(String mxHost, String reason) {
        return judge.failed(state, mxHost, ResultType.VALIDATION_FAILURE, reason, reason);
    }

    PolicyState state() {
        return state;
    }

    HostJudge judge() {
        return judge;
    }

    /** The decision, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(domain()) + ": " + mode().map(PolicyMode::text).orElse("no policy") + ", " + reason()
                + (detail().isEmpty() ? "" : " (" + RemoteText.escape(detail()) + ")");
    }
}
