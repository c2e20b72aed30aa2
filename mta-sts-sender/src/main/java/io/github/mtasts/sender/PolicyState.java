package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * What a decision rests on.
 *
 * @param domain A-labels, or whatever was asked for
 * @param reason why a policy is in force, or none is
 * @param policy the policy in force
 * @param stored where it came from; empty for a pinned policy, and when none is in force
 * @param failure what to report of a policy that could not be had; empty when there is nothing
 * @param detail for people; empty when nothing went wrong
 * @param decidedAt when
 * @param connection over which an MX host is tried, for reports
 */
record PolicyState(
        String domain,
        DecisionReason reason,
        Optional<StsPolicy> policy,
        Optional<StoredPolicy> stored,
        Optional<ResultType> failure,
        String detail,
        Instant decidedAt,
        MxConnection connection) {

    PolicyState over(MxConnection other) {
        return new PolicyState(domain, reason, policy, stored, failure, detail, decidedAt, other);
    }

    boolean isMode(PolicyMode mode) {
        return policy.filter(each -> each.mode() == mode).isPresent();
    }

    /**
     * Whether it was not found out if there is a policy: the sender was closed, or the domain is in Unicode that others may
     * read as a name.
     */
    boolean isUndecided() {
        return reason == DecisionReason.CLOSED
                || (reason == DecisionReason.NO_DOMAIN && domain.chars().anyMatch(c -> c >= 0x80));
    }

    /** Whether hosts have to prove themselves: in modes enforce and testing. */
    boolean asksForProof() {
        return isMode(PolicyMode.ENFORCE) || isMode(PolicyMode.TESTING);
    }

    /** From when on the policy is not applied any more; empty for a pinned policy, and without one. */
    Optional<Instant> expiresAt() {
        return stored.flatMap(each -> policy.map(each::expiresAt));
    }

    boolean isExpired(Instant now) {
        return expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** §4.1: the pattern that covers an MX host; none covers what is no host name. */
    Optional<MxPattern> match(String mxHost) {
        return policy.flatMap(
                applied -> DomainName.parse(mxHost).value().flatMap(host -> applied.coveredBy(host.text())));
    }

    static PolicyState inForce(CachedPolicy cached, DecisionReason reason, Instant now) {
        return new PolicyState(
                cached.stored().domain().text(),
                reason,
                Optional.of(cached.policy()),
                Optional.of(cached.stored()),
                Optional.empty(),
                cached.failure().map(FailedFetch::detail).orElse(""),
                now,
                MxConnection.UNKNOWN);
    }

    static PolicyState cached(CachedPolicy cached, Instant now) {
        return inForce(
                cached,
                cached.failure().isPresent() ? DecisionReason.CACHED_REFRESH_FAILED : DecisionReason.CACHED,
                now);
    }

    static PolicyState pinned(String domain, StsPolicy policy, Instant now) {
        return new PolicyState(
                domain,
                DecisionReason.PINNED,
                Optional.of(policy),
                Optional.empty(),
                Optional.empty(),
                "",
                now,
                MxConnection.UNKNOWN);
    }

    static PolicyState none(String domain, NoPolicy absence, Instant now) {
        return new PolicyState(
                domain,
                absence.reason(),
                Optional.empty(),
                Optional.empty(),
                absence.cause().map(FailedFetch::resultType),
                absence.detail(),
                now,
                MxConnection.UNKNOWN);
    }

    static PolicyState none(String domain, DecisionReason reason, String detail, Instant now) {
        return new PolicyState(
                domain,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                detail,
                now,
                MxConnection.UNKNOWN);
    }
}
