package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Thresholds move warnings, and nothing else. */
class ThresholdsTest {

    private static final Duration YEAR = Duration.ofSeconds(31_557_600);

    @Test
    void noneIsNegative() {
        Duration negative = Duration.ofNanos(-1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(negative, YEAR, YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(YEAR, negative, YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(YEAR, YEAR, negative));
    }

    @Test
    void noneAsksForMoreThanTheMaximumMaxAge() {
        Duration more = YEAR.plusNanos(1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(more, YEAR, YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(YEAR, more, YEAR));
    }

    @Test
    void aMaxAgeOfAYearIsNeverShort() {
        Evidence year = HealthyDomain.serving(HealthyDomain.POLICY.replace("604800", "31557600"));

        assertThat(MtaStsReport.of(year, new Thresholds(YEAR, YEAR, YEAR)).issues())
                .extracting(Issue::code)
                .doesNotContain(IssueCode.POLICY_MAX_AGE_SHORT);
    }

    @Test
    void zeroWarnsOfNothing() {
        Evidence worrying = HealthyDomain.evidence()
                .policy(HealthyDomain.served(HealthyDomain.POLICY.replace("604800", "1")))
                .checkedAt(HealthyDomain.certificate().notAfter().orElseThrow())
                .build();

        assertThat(MtaStsReport.of(worrying, new Thresholds(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                        .issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.MX_STARTTLS_NOT_CHECKED);
    }

    @Test
    void eachModeHasItsOwn() {
        Evidence testing = HealthyDomain.serving(
                HealthyDomain.POLICY.replace("enforce", "testing").replace("604800", "59"));
        Thresholds thresholds = new Thresholds(Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);

        assertThat(MtaStsReport.of(testing, thresholds).issues())
                .extracting(Issue::code)
                .contains(IssueCode.POLICY_MAX_AGE_SHORT);
    }
}
