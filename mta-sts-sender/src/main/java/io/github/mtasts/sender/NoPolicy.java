package io.github.mtasts.sender;

import java.time.Instant;
import java.util.Optional;

/**
 * That a domain has no policy, remembered for a while.
 *
 * @param reason why not
 * @param detail for people; empty when the reason says it all
 * @param failure the fetch that failed, when that is why
 * @param until when to look again
 */
record NoPolicy(DecisionReason reason, String detail, Optional<FailedFetch> failure, Instant until) {}
