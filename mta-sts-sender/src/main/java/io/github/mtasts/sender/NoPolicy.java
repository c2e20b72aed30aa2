package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That a domain has no policy, remembered for a while.
 *
 * @param reason why not
 * @param detail for people, bounded; empty when the reason says it all
 * @param failure the last fetch that failed, if any
 * @param until when to look again
 */
record NoPolicy(DecisionReason reason, String detail, Optional<FailedFetch> failure, Instant until) {

    /** Further ahead than any absence lasts: what says so was remembered by a clock that ran ahead. */
    private static final Duration TOO_FAR = Duration.ofHours(1);

    NoPolicy {
        detail = FailedFetch.bounded(detail);
    }

    boolean isGood(Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(TOO_FAR));
    }

    PolicyDecision decision(DomainName domain, Instant now) {
        // a failure is reported when that, and nothing that was learned later, is the reason
        Optional<ResultType> reported =
                failure.filter(each -> each.reason() == reason).map(FailedFetch::resultType);
        return PolicyDecision.none(domain.text(), reason, reported, detail, now);
    }
}
