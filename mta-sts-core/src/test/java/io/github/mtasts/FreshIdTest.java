package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a record to publish is made of the time of the check, whatever time the evidence claims. */
class FreshIdTest {

    @Test
    void aFreshIdIsTheTimeInUtc() {
        assertThat(published(Instant.parse("2026-02-03T04:05:06.789Z"))).isEqualTo("v=STSv1; id=20260203T040506");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void aYearWithoutFourDigitsIsUnknown(String instant) {
        assertThat(published(Instant.parse(instant))).isEqualTo("v=STSv1; id=19700101T000000");
    }

    private static String published(Instant checkedAt) {
        return HealthyDomain.judge(HealthyDomain.evidence()
                        .checkedAt(checkedAt)
                        .mtaStsTxt(Lookup.without(LookupStatus.NO_RECORDS, ""))
                        .build())
                .recommendations()
                .stream()
                .filter(advice -> advice.code() == Advice.PUBLISH_RECORD)
                .findFirst()
                .flatMap(Recommendation::publish)
                .orElseThrow();
    }
}
