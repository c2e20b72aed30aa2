package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import java.time.Instant;

/**
 * A fetch that gave no policy.
 *
 * @param recordId the id for which it was made
 * @param reason {@link DecisionReason#FETCH_FAILED} or {@link DecisionReason#POLICY_INVALID}
 * @param resultType as it is reported (RFC 8460, section 4.3)
 * @param detail for people
 * @param tries how many failed in a row, from 1
 * @param retryAt not before this is the policy fetched again for the same id (RFC 8461, section 3.3)
 */
record FailedFetch(
        String recordId, DecisionReason reason, ResultType resultType, String detail, int tries, Instant retryAt) {}
