package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.time.Instant;

/**
 * A policy in memory.
 *
 * @param stored as it was fetched
 * @param policy what its text means
 * @param refreshDue when to fetch it again without being asked
 */
record CachedPolicy(StoredPolicy stored, StsPolicy policy, Instant refreshDue) {

    private static final int PATTERN = 72;

    static CachedPolicy of(StoredPolicy stored, StsPolicy policy, double chance) {
        return new CachedPolicy(stored, policy, Schedule.refreshDue(stored.fetchedAt(), policy, chance));
    }

    Instant expiresAt() {
        return stored.expiresAt(policy);
    }

    /** A policy fetched by a clock that ran ahead is treated as expired. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt()) || stored.isFromTheFuture(now);
    }

    /** How many octets it takes in memory, roughly. */
    int weight() {
        return stored.weight() + PATTERN * policy.mx().size();
    }
}
