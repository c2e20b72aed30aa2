package io.github.mtasts.sender;

import java.time.Instant;
import java.util.Optional;

/**
 * What one look at a domain brought.
 *
 * @param record its record
 * @param policy its policy; empty when it was not fetched
 * @param time when the record was there, and a fetch could begin
 * @param chance from 0 to 1, to spread refreshes and retries
 */
record Answer(RecordAnswer record, Optional<PolicyAnswer> policy, Instant time, double chance) {

    Answer with(PolicyAnswer fetched) {
        return new Answer(record, Optional.of(fetched), time, chance);
    }

    boolean isFetched() {
        return policy.flatMap(PolicyAnswer::policy).isPresent();
    }
}
