package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The policy in force for a domain at one moment, if any, and why. Immutable and thread-safe. Ask for a new one at each
 * delivery attempt, since policies change and expire; {@link MtaStsSender#forHost} applies it to an MX host.
 */
public final class PolicyDecision {

    private final String domain;
    private final DecisionReason reason;
    private final Optional<StsPolicy> policy;
    private final Optional<StoredPolicy> stored;
    private final Optional<ResultType> failure;
    private final String detail;
    private final Instant decidedAt;

    private PolicyDecision(
            String domain,
            DecisionReason reason,
            Optional<StsPolicy> policy,
            Optional<StoredPolicy> stored,
            Optional<ResultType> failure,
            String detail,
            Instant decidedAt) {
        this.domain = domain;
        this.reason = reason;
        this.policy = policy;
        this.stored = stored;
        this.failure = failure;
        this.detail = detail;
        this.decidedAt = decidedAt;
    }

    static PolicyDecision inForce(
            StoredPolicy stored, StsPolicy policy, DecisionReason reason, String detail, Instant now) {
        return new PolicyDecision(
                stored.domain().text(),
                reason,
                Optional.of(policy),
                Optional.of(stored),
                Optional.empty(),
                detail,
                now);
    }

    static PolicyDecision pinned(DomainName domain, StsPolicy policy, Instant now) {
        return new PolicyDecision(
                domain.text(), DecisionReason.PINNED, Optional.of(policy), Optional.empty(), Optional.empty(), "", now);
    }

    /** No policy is in force; the failure is the one that sessions report, if any. */
    static PolicyDecision none(
            String domain, DecisionReason reason, Optional<ResultType> failure, String detail, Instant now) {
        return new PolicyDecision(domain, reason, Optional.empty(), Optional.empty(), failure, detail, now);
    }

    static PolicyDecision none(String domain, DecisionReason reason, String detail, Instant now) {
        return none(domain, reason, Optional.empty(), detail, now);
    }

    /**
     * The policy domain.
     *
     * @return A-labels; the text as it was given when it is not a domain name
     */
    public String domain() {
        return domain;
    }

    /**
     * Why a policy is in force, or none is.
     *
     * @return the reason
     */
    public DecisionReason reason() {
        return reason;
    }

    /**
     * What went wrong on the way, for people.
     *
     * @return remote text in it is not escaped; empty when nothing went wrong
     */
    public String detail() {
        return detail;
    }

    /**
     * The policy in force; one in mode none requires nothing (RFC 8461, section 5).
     *
     * @return empty when none is in force
     */
    public Optional<StsPolicy> policy() {
        return policy;
    }

    /**
     * The mode of the policy in force.
     *
     * @return empty when none is in force
     */
    public Optional<PolicyMode> mode() {
        return policy.map(StsPolicy::mode);
    }

    /**
     * Whether a host that fails the policy gets no mail.
     *
     * @return true when the policy in force has mode enforce
     */
    public boolean isEnforced() {
        return isMode(PolicyMode.ENFORCE);
    }

    /**
     * The id of the TXT record for which the policy was fetched.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<String> recordId() {
        return stored.map(StoredPolicy::recordId);
    }

    /**
     * When the policy in force was fetched.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<Instant> fetchedAt() {
        return stored.map(StoredPolicy::fetchedAt);
    }

    /**
     * How old the policy in force was when this decision was made.
     *
     * @return zero or more; empty for a pinned policy, and when none is in force
     */
    public Optional<Duration> age() {
        return fetchedAt()
                .map(then -> Duration.between(then, decidedAt))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /**
     * When the policy expires unless it is fetched again. It is not applied from this moment on.
     *
     * @return empty for a pinned policy, and when none is in force
     */
    public Optional<Instant> expiresAt() {
        return stored.flatMap(each -> policy.map(each::expiresAt));
    }

    /**
     * The pattern that covers an MX host (RFC 8461, section 4.1).
     *
     * @param mxHost the host's name as the MX record has it
     * @return the first that matches; empty when none does, when this is not a host name, and when no policy is in force
     */
    public Optional<MxPattern> match(String mxHost) {
        Objects.requireNonNull(mxHost, "mxHost");
        return policy.flatMap(
                applied -> DomainName.parse(mxHost).value().flatMap(host -> applied.coveredBy(host.text())));
    }

    /** Empty for an address literal, and for any other text that is not a domain name. */
    Optional<DomainName> name() {
        return DomainName.parse(domain).value();
    }

    /** The text of the policy file as it was served; empty for a pinned policy, and when none is in force. */
    Optional<Octets> text() {
        return stored.map(StoredPolicy::text);
    }

    /** Why there is no policy, as sessions report it; empty when that is not a failure. */
    Optional<ResultType> failure() {
        return failure;
    }

    boolean isMode(PolicyMode mode) {
        return policy.filter(each -> each.mode() == mode).isPresent();
    }

    /** Whether hosts must prove their identity: in modes enforce and testing. */
    boolean requiresProof() {
        return isMode(PolicyMode.ENFORCE) || isMode(PolicyMode.TESTING);
    }

    /** Whether it is not known if there is a policy: the sender was closed, or others may read this Unicode as a name. */
    boolean isUndecided() {
        return reason == DecisionReason.CLOSED
                || (reason == DecisionReason.NO_DOMAIN && domain.chars().anyMatch(c -> c >= 0x80));
    }

    boolean isExpired(Instant now) {
        return expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** The decision, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(domain) + ": " + mode().map(PolicyMode::text).orElse("no policy") + ", " + reason
                + (detail.isEmpty() ? "" : " (" + RemoteText.escape(detail) + ")");
    }
}
