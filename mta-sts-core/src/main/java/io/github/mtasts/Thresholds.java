package io.github.mtasts;

import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits below which a value is legal but still worth a warning.
 *
 * @param testingMaxAge a shorter max_age is short in mode testing
 * @param enforceMaxAge a shorter max_age is short in mode enforce; it is also what a short one is raised to
 * @param certificateExpiry how long before its end a certificate expires soon; a third of its lifetime, if that is less
 */
public record Thresholds(Duration testingMaxAge, Duration enforceMaxAge, Duration certificateExpiry) {

    /** Rejects negative durations, and a max_age above the maximum of the RFC, with {@link IllegalArgumentException}. */
    public Thresholds {
        Objects.requireNonNull(testingMaxAge, "testingMaxAge");
        Objects.requireNonNull(enforceMaxAge, "enforceMaxAge");
        Objects.requireNonNull(certificateExpiry, "certificateExpiry");
        if (testingMaxAge.isNegative() || enforceMaxAge.isNegative() || certificateExpiry.isNegative()) {
            throw new IllegalArgumentException("threshold must not be negative");
        }
        if (isAboveMaximum(testingMaxAge) || isAboveMaximum(enforceMaxAge)) {
            throw new IllegalArgumentException("max_age must not exceed " + StsPolicy.MAX_MAX_AGE.toSeconds() + " s");
        }
    }

    /**
     * What the project recommends.
     *
     * @return a day in testing, a week in enforce (RFC 8461, section 3.2: weeks or more), 14 days for the certificate
     */
    public static Thresholds recommended() {
        return new Thresholds(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(14));
    }

    private static boolean isAboveMaximum(Duration maxAge) {
        return maxAge.compareTo(StsPolicy.MAX_MAX_AGE) > 0;
    }
}
