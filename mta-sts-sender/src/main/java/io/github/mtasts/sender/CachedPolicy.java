package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * A policy in memory, and when to look again.
 *
 * @param stored as it was fetched
 * @param policy what its text stands for
 * @param recordDue from when on a request makes the record be asked for again
 * @param refreshDue from when on the policy is fetched again without being asked for
 * @param failure the last try to fetch it again, when that failed
 */
record CachedPolicy(
        StoredPolicy stored, StsPolicy policy, Instant recordDue, Instant refreshDue, Optional<FailedFetch> failure) {

    private static final int PATTERN = 72;

    Instant expiresAt() {
        return stored.expiresAt(policy);
    }

    /** At the very second, it is expired; and as good as expired when it was fetched by a clock that ran ahead. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt()) || stored.isFromTheFuture(now);
    }

    /** How many octets it takes in memory, roughly. */
    int weight() {
        return stored.weight() + PATTERN * policy.mx().size();
    }

    PolicyDecision decision(Instant now) {
        return decision(failure.isPresent() ? DecisionReason.CACHED_REFRESH_FAILED : DecisionReason.CACHED, now);
    }

    PolicyDecision decision(DecisionReason reason, Instant now) {
        return PolicyDecision.inForce(
                stored, policy, reason, failure.map(FailedFetch::detail).orElse(""), now);
    }

    CachedPolicy withRecordDue(Instant due) {
        return new CachedPolicy(stored, policy, due, refreshDue, failure);
    }

    CachedPolicy withFailure(FailedFetch failed, Instant due) {
        return new CachedPolicy(stored, policy, due, failed.retryAt(), Optional.of(failed));
    }
}
