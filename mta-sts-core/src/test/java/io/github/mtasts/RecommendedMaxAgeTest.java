package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A max_age is raised to the longer of the two thresholds. */
class RecommendedMaxAgeTest {

    private static final Evidence ZERO = HealthyDomain.serving(HealthyDomain.POLICY.replace("604800", "0"));

    @Test
    void theRecommendedMaxAgeIsTheThresholdOfModeEnforce() {
        assertThat(raised(Duration.ofDays(1), Duration.ofDays(30))).hasValue("max_age: 2592000");
    }

    @Test
    void theRecommendedMaxAgeIsTheThresholdOfModeTestingWhereThatIsLonger() {
        assertThat(raised(Duration.ofDays(30), Duration.ofDays(1))).hasValue("max_age: 2592000");
    }

    @Test
    void theRecommendedMaxAgeIsAWeekWithoutThresholds() {
        assertThat(raised(Duration.ZERO, Duration.ofMillis(999))).hasValue("max_age: 604800");
    }

    private static Optional<String> raised(Duration testing, Duration enforce) {
        List<Recommendation> advice = MtaStsReport.of(ZERO, new Thresholds(testing, enforce, Duration.ZERO))
                .recommendations();
        return advice.stream()
                .filter(each -> each.code() == Advice.RAISE_MAX_AGE)
                .flatMap(each -> each.publish().orElseThrow().lines())
                .filter(line -> line.startsWith("max_age"))
                .findFirst();
    }
}
