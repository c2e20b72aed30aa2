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

    /** RFC 8461, section 3.2: max_age counts from the fetch, and is capped. */
    Instant expiresAt() {
        return stored.fetchedAt().plus(policy.effectiveMaxAge());
    }

    /** At the very second, it is expired. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    CachedPolicy withRecordDue(Instant due) {
        return new CachedPolicy(stored, policy, due, refreshDue, failure);
    }

    CachedPolicy withFailure(FailedFetch failed, Instant due) {
        return new CachedPolicy(stored, policy, due, failed.retryAt(), Optional.of(failed));
    }
}
