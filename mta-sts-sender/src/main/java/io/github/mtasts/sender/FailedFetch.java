package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import java.time.Duration;
import java.time.Instant;

/**
 * A fetch that gave no policy.
 *
 * @param recordId the id for which it was made
 * @param reason {@link DecisionReason#FETCH_FAILED} or {@link DecisionReason#POLICY_INVALID}
 * @param resultType as it is reported (RFC 8460, section 4.3)
 * @param detail for people, bounded
 * @param tries how many failed in a row, from 1
 * @param retryAt the policy is not fetched again for the same id before this (RFC 8461, section 3.3)
 */
record FailedFetch(
        String recordId, DecisionReason reason, ResultType resultType, String detail, int tries, Instant retryAt) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final int LONGEST_DETAIL = 300;

    FailedFetch {
        detail = bounded(detail);
    }

    static FailedFetch of(String recordId, PolicyAnswer failed, int tries, Instant retryAt) {
        return new FailedFetch(
                recordId, failed.reason(), failed.resultType().orElseThrow(), failed.detail(), tries, retryAt);
    }

    /** Whether the wait is not over; one that ends too far ahead was begun by a clock that ran ahead. */
    boolean isTooEarly(Instant now) {
        return now.isBefore(retryAt) && !retryAt.isAfter(now.plus(LONGEST_WAIT));
    }

    /** Remote text that is kept in memory, cut at a length that people read. */
    static String bounded(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
