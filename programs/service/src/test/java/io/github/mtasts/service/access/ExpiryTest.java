package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a key expires. */
class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-01-31, 2027-02-01T00:00:00Z, 2027-01-31",
        "2027-01-31T10:30:00Z, 2027-01-31T10:30:00Z, 2027-01-31T10:30:00Z",
        "2026-11-01, 2026-11-02T00:00:00Z, 2026-11-01",
        "1d, 2026-11-03T00:00:00Z, 2026-11-02",
        "90d, 2027-01-31T00:00:00Z, 2027-01-30"
    })
    void aDateLastsUntilItsDayIsOver(String written, Instant end, String text) {
        Expiry expiry = Expiry.parse(written, NOW);

        assertThat(expiry.end()).isEqualTo(end);
        assertThat(expiry.text()).isEqualTo(text);
        assertThat(Expiry.parse(text)).isEqualTo(expiry);
    }

    @Test
    void itIsOverFromItsEndOn() {
        Expiry expiry = Expiry.parse("2027-01-31");

        assertThat(expiry.isOver(Instant.parse("2027-01-31T23:59:59Z"))).isFalse();
        assertThat(expiry.isOver(Instant.parse("2027-02-01T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "90", "0d", "123456d", "2027-02-30", "31.01.2027", "2027-01-31T12:00"})
    void whatIsNotATimeIsRefused(String text) {
        assertThatThrownBy(() -> Expiry.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a date such as 2027-01-31, a time such as 2027-01-31T12:00:00Z,"
                        + " or a number of days such as 90d: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "2026-11-01T12:00:00Z"})
    void aTimeThatHasPassedIsRefused(String text) {
        assertThatThrownBy(() -> Expiry.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has already passed: " + text);
    }
}
