package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsPolicyTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final MxPattern MX = new MxPattern("mail.example.com");

    private static StsPolicy policy(Duration maxAge, Map<String, String> extensions) {
        return new StsPolicy(PolicyMode.ENFORCE, maxAge, List.of(MX), extensions);
    }

    @Test
    void aPolicyIsWrittenInTheOrderOfTheRfcWithCrlf() {
        var policy = new StsPolicy(
                PolicyMode.TESTING, WEEK, List.of(MX, new MxPattern("*.example.net")), Map.of("note", "hello world"));

        assertThat(policy.toText().split("\r\n", -1))
                .containsExactly(
                        "version: STSv1",
                        "mode: testing",
                        "mx: mail.example.com",
                        "mx: *.example.net",
                        "max_age: 604800",
                        "note: hello world",
                        "");
    }

    @Test
    void theFirstPatternThatMatchesCovers() {
        var wildcard = new MxPattern("*.example.com");
        var policy = new StsPolicy(PolicyMode.ENFORCE, WEEK, List.of(wildcard, MX), Map.of());

        assertThat(policy.coveredBy("mail.example.com")).contains(wildcard);
        assertThat(policy.coveredBy("mail.example.net")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31557600, 31557600", "31557601, 31557600", "9999999999, 31557600"})
    void theEffectiveMaxAgeIsCapped(long written, long effective) {
        assertThat(policy(Duration.ofSeconds(written), Map.of()).effectiveMaxAge())
                .isEqualTo(Duration.ofSeconds(effective));
    }

    @Test
    void onlyModeNoneDoesWithoutMx() {
        assertThat(new StsPolicy(PolicyMode.NONE, WEEK, List.of(), Map.of()).mx())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StsPolicy(PolicyMode.TESTING, WEEK, List.of(), Map.of()));
    }

    @Test
    void refusesAMaxAgeThatTenDigitsCannotHold() {
        for (Duration maxAge :
                List.of(Duration.ofSeconds(-1), Duration.ofSeconds(10_000_000_000L), Duration.ofMillis(1500))) {
            assertThatIllegalArgumentException().isThrownBy(() -> policy(maxAge, Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mx, mail.example.com",
        "version, STSv1",
        "'', v",
        "_x, 1",
        "a:b, 1",
        "a b, 1",
        "gr\u00FC\u00DFe, 1",
        "a23456789012345678901234567890123, v"
    })
    void refusesAnExtensionWhoseNameIsNone(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(WEEK, Map.of(name, value)));
    }

    @Test
    void refusesAnExtensionWhoseValueCannotBeWritten() {
        for (String value : List.of("", " a", "a ", "a\tb", "a\nmode: none", "a\r", "a\0", "\u007F", "\uD800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> policy(WEEK, Map.of("note", value)));
        }
    }

    @Test
    void anExtensionHoldsAnyUnicodeText() {
        assertThat(policy(WEEK, Map.of("note", "gr\u00FC\u00DFe \u4F8B")).extensions())
                .containsKey("note");
    }

    @Test
    void anExtensionIsDecoded() {
        var parsed = StsPolicy.parse("version: STSv1\nmode: none\nmax_age: 1\nnote: \u00FC\n");

        assertThat(parsed.value().orElseThrow().extensions()).containsEntry("note", "\u00FC");
    }
}
