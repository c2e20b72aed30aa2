package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens a minute. */
class RateLimitTest {

    private final FakeTime time = new FakeTime();
    private final RateLimit limit = new RateLimit(60, time);

    @Test
    void aMinutesTokensCanBeTakenAtOnceAndThenOneASecond() {
        assertThat(limit.take("a", 60)).isZero();
        assertThat(limit.take("a", 1)).isEqualTo(Duration.ofSeconds(1));

        time.pass(Duration.ofMillis(500));
        assertThat(limit.take("a", 1)).isEqualTo(Duration.ofMillis(500));
        time.pass(Duration.ofMillis(500));
        assertThat(limit.take("a", 1)).isZero();
    }

    @Test
    void aRefusedRequestTakesNoToken() {
        limit.take("a", 50);
        assertThat(limit.take("a", 11)).isEqualTo(Duration.ofSeconds(1));

        assertThat(limit.take("a", 10)).isZero();
    }

    @Test
    void eachHasABucketOfHisOwn() {
        limit.take("a", 60);

        assertThat(limit.take("b", 60)).isZero();
    }

    @Test
    void aBusyClientIsNotForgotten() {
        limit.take("a", 60);
        for (int i = 0; i < 120; i++) {
            time.pass(Duration.ofSeconds(1));
            assertThat(limit.take("a", 1)).isZero();
        }

        assertThat(limit.take("a", 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nobodySavesMoreThanAMinutesTokens() {
        limit.take("a", 1);
        time.pass(Duration.ofHours(1));

        assertThat(limit.take("a", 60)).isZero();
        assertThat(limit.take("a", 1)).isPositive();
    }
}
