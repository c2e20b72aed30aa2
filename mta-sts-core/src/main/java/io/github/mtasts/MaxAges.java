package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Which max_age is too low for a mode, and which to publish instead (RFC 8461, section 10.2). */
final class MaxAges {

    /** The issues that such a max_age raises. */
    static final Set<IssueCode> TOO_LOW = EnumSet.of(IssueCode.POLICY_MAX_AGE_SHORT, IssueCode.POLICY_MAX_AGE_ZERO);

    private final Thresholds thresholds;

    MaxAges(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    boolean isTooLow(StsPolicy policy, PolicyMode mode) {
        return mode != PolicyMode.NONE
                && (policy.maxAge().isZero() || policy.maxAge().compareTo(shortest(mode)) < 0);
    }

    /** The shortest that is not short, in whole seconds. */
    private Duration shortest(PolicyMode mode) {
        Duration given = mode == PolicyMode.ENFORCE ? thresholds.enforceMaxAge() : thresholds.testingMaxAge();
        return Duration.ofSeconds(given.toSeconds());
    }

    static String text(long seconds) {
        return seconds + (seconds == 1 ? " second" : " seconds");
    }

    /** In seconds: the longer of the two thresholds; the usual one where they ask for nothing. */
    long best() {
        long longer = Math.max(
                thresholds.enforceMaxAge().toSeconds(),
                thresholds.testingMaxAge().toSeconds());
        return longer > 0 ? longer : Thresholds.recommended().enforceMaxAge().toSeconds();
    }
}
