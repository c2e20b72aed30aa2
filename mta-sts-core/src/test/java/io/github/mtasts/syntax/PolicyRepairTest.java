package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repaired policy says what the faulty one meant, and no more. */
class PolicyRepairTest {

    private static final String LIVE = "live.example.net";

    private static Repair repair(String... lines) {
        byte[] octets = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return Repair.ofPolicy(StsPolicy.parse(octets), List.of(LIVE));
    }

    static List<String> lines(String... lines) {
        return repair(lines).text().lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode enforce             | mode: enforce",
                "mode=enforce             | mode: enforce",
                "mode = enforce           | mode: enforce",
                "mode : enforce           | mode: enforce",
                "' mode: enforce'         | mode: enforce",
                "'\"mode\": \"enforce\",' | mode: enforce",
                "- mode: enforce          | mode: enforce",
                "mode: Enforce            | mode: enforce",
                "mode: ENFORCE;           | mode: enforce",
                "mode: [enforce]          | mode: enforce",
                "'mode: \"none\"'         | mode: none",
                "Mode: none               | mode: none",
                "mdoe: enforce            | mode: enforce",
                "mode: enforced           | mode: enforce",
                "mode: neforce            | mode: enforce",
                "mode: Testin             | mode: testing",
                "mode: non                | mode: none",
                "mode: enforcing          | mode: testing",
                "mode:                    | mode: testing",
                "# mode: enforce          | mode: testing"
            })
    void aModeThatCanBeReadIsKept(String line, String repaired) {
        assertThat(lines("version: STSv1", line, "mx: mail.example.com", "max_age: 604800"))
                .containsExactly("version: STSv1", repaired, "mx: mail.example.com", "max_age: 604800");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_age: 86400 seconds | max_age: 86400",
                "max_age: 86400s        | max_age: 86400",
                "max_age: 86,400        | max_age: 86400",
                "max_age: 86_400        | max_age: 86400",
                "max_age: '86400'       | max_age: 86400",
                "max_age: 86400;        | max_age: 86400",
                "max_age: \u0668\u0666\u0664\u0660\u0660 | max_age: 86400",
                "max-age: 86400         | max_age: 86400",
                "max_age 86400          | max_age: 86400",
                "max_age: 1 week        | max_age: 604800",
                "max_age: -1            | max_age: 604800",
                "max_age: 1e6           | max_age: 604800",
                "max_age: 99999999999   | max_age: 604800",
                "max_age:               | max_age: 604800"
            })
    void aMaxAgeThatCanBeReadIsKept(String line, String repaired) {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: mail.example.com", line))
                .containsExactly("version: STSv1", "mode: enforce", "mx: mail.example.com", repaired);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx = mail.example.com            | mx: mail.example.com",
                "nmx: mail.example.com            | mx: mail.example.com",
                "MX: mail.example.com             | mx: mail.example.com",
                "mx: 10 mail.example.com          | mx: mail.example.com",
                "mx: mail.example.com:25          | mx: mail.example.com",
                "mx: https://mail.example.com/    | mx: mail.example.com",
                "mx: mail.example.com;            | mx: mail.example.com",
                "mx: <mail.example.com>           | mx: mail.example.com",
                "'mx: \"mail.example.com\"'       | mx: mail.example.com",
                "- mx: mail.example.com           | mx: mail.example.com",
                "'mx: [\"mail.example.com\"]'     | mx: mail.example.com",
                "mx: b\u00FCcher.example          | mx: xn--bcher-kva.example",
                "mx: .example.com                 | mx: *.example.com",
                "mx: *.b\u00FCcher.example        | mx: *.xn--bcher-kva.example"
            })
    void aHostThatCanBeReadIsKeptAndNoneIsAdded(String line, String repaired) {
        assertThat(lines("version: STSv1", "mode: enforce", line, "max_age: 604800", "junk"))
                .containsExactly("version: STSv1", "mode: enforce", repaired, "max_age: 604800");
    }

    @Test
    void severalHostsGetALineEach() {
        assertThat(lines(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com, *.b.example.com c.example.com",
                        "max_age: 1"))
                .containsSubsequence("mx: a.example.com", "mx: *.b.example.com", "mx: c.example.com")
                .doesNotContain("mx: " + LIVE);
    }

    @Test
    void aYamlListBecomesMxLines() {
        assertThat(lines(
                        "version: STSv1",
                        "mode: enforce",
                        "mx:",
                        "  - a.example.com",
                        "  - b.example.com",
                        "max_age: 1"))
                .containsExactly(
                        "version: STSv1", "mode: enforce", "mx: a.example.com", "mx: b.example.com", "max_age: 1");
    }

    @Test
    void aListOfJsonBecomesMxLines() {
        assertThat(lines(
                        "{",
                        "  \"version\": \"STSv1\",",
                        "  \"mode\": \"enforce\",",
                        "  \"mx\": [",
                        "    \"a.example.com\",",
                        "    \"b.example.com\"",
                        "  ],",
                        "  \"max_age\": 1209600",
                        "}"))
                .containsExactly(
                        "version: STSv1",
                        "mode: enforce",
                        "mx: a.example.com",
                        "mx: b.example.com",
                        "max_age: 1209600");
    }

    @Test
    void proseBecomesNoHost() {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: our own mail server", "- see RFC 8461", "max_age: 1"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: " + LIVE, "max_age: 1");
    }

    @ParameterizedTest
    @CsvSource({"mx: mail_1.example.com", "mx: postmaster@example.com", "mx: [192.0.2.1]", "mx: 2001:db8::1"})
    void aHostThatCannotBeReadMakesRoomForTheLiveOnes(String line) {
        var repair = repair("version: STSv1", "mode: enforce", "mx: mail.example.com", line, "max_age: 604800");

        assertThat(repair.text().lines())
                .containsExactly(
                        "version: STSv1", "mode: enforce", "mx: mail.example.com", "mx: " + LIVE, "max_age: 604800");
        assertThat(repair.guesses())
                .hasSize(2)
                .contains("The line " + line + " is left out: add the hosts that it meant.");
        assertThat(repair.mxDropped()).isTrue();
    }

    @Test
    void aKeyInCapitalsBeforeTheRealOneDoesNotCount() {
        assertThat(lines(
                        "version: STSv1",
                        "Mode: testing",
                        "mode: enforce",
                        "mx: mail.example.com",
                        "max_age: 1",
                        "junk"))
                .contains("mode: enforce")
                .doesNotContain("mode: testing");
    }

    @Test
    void whatIsReadInAnotherWayIsSaid() {
        var repair = repair("version: STSv1", "mode: enforced", "mx: a.example.com", "max_age: 604800000");

        assertThat(repair.text()).contains("mode: enforce\n", "max_age: 31557600\n");
        assertThat(repair.guesses())
                .containsExactly(
                        "The mode \"enforced\" is read as enforce.",
                        "max_age is a year, the maximum. If 604800000 is in milliseconds, write max_age: 604800.");
    }

    @Test
    void aMaxAgeAboveTheMaximumIsSaidToBeAYear() {
        assertThat(repair("version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 99999999")
                        .guesses())
                .containsExactly("max_age is a year, the maximum.");
    }

    @Test
    void aPolicyThatOptsOutIsNotAskedForHosts() {
        assertThat(repair("version: STSv1", "mode: none", "mx: *", "max_age: 604800")
                        .guesses())
                .containsExactly("The line mx: * is left out: mode none needs no hosts.");
    }

    @Test
    void anItemOfAListThatCannotBeReadIsSaid() {
        assertThat(repair("version: STSv1", "mode: enforce", "mx:", "- mx2.exam ple.org", "max_age: 604800")
                        .guesses())
                .contains("The line - mx2.exam ple.org is left out: add the hosts that it meant.");
    }

    @Test
    void linesWithNumbersAreRead() {
        assertThat(lines("1. version: STSv1", "2. mode: enforce", "3) mx: a.example.com", "4. max_age: 86400"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 86400");
    }

    @Test
    void nothingOfATextThatSaysNothingOfAPolicyIsKept() {
        assertThat(lines("User-agent: *", "Disallow: /", "- www.example.com"))
                .containsExactly("version: STSv1", "mode: testing", "mx: " + LIVE, "max_age: 604800");
    }

    @Test
    void whatIsMissingIsFilledWithTheSafestChoiceAndSaidSo() {
        var repair = repair("version: STSv1");

        assertThat(repair.text().lines())
                .containsExactly("version: STSv1", "mode: testing", "mx: " + LIVE, "max_age: 604800");
        assertThat(repair.guesses()).hasSize(3);
    }

    @Test
    void nothingIsGuessedWhereAllCanBeRead() {
        assertThat(repair(" version: STSv1", "mode: enforce", "mx: mail.example.com", "max_age: 86400")
                        .guesses())
                .isEmpty();
    }

    @Test
    void extensionsAndTheirOrderStay() {
        assertThat(lines("a: 1", "mode: none", "b = 2", "junk", "c: \0 3", "max_age: 1", "version: STSv1"))
                .containsExactly("version: STSv1", "a: 1", "mode: none", "b: 2", "c: 3", "max_age: 1");
    }

    @Test
    void theKindOfLineEndStays() {
        assertThat(repair("version: STSv1", "mode: none", "junk", "max_age: 1").text())
                .isEqualTo("version: STSv1\nmode: none\nmax_age: 1\n");
        assertThat(repair("version: STSv1\r", "mode: none\r", "junk\r", "max_age: 1\r")
                        .text())
                .isEqualTo("version: STSv1\r\nmode: none\r\nmax_age: 1\r\n");
    }

    @Test
    void anotherSpellingDoesNotStandForAFieldThatIsThere() {
        assertThat(lines("version: STSv1", "\"mode\": \"testing\"", "mode: enforce", "mx: a.example.com", "max_age: 1"))
                .containsExactly("version: STSv1", "mode: enforce", "mx: a.example.com", "max_age: 1");
    }

    @Test
    void aByteOrderMarkBehindABareCrIsDropped() {
        assertThat(lines("version: STSv1\r\uFEFF", "mode: none", "max_age: 1"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 1");
    }

    @Test
    void aPageOfHtmlHoldsNothingToKeep() {
        assertThat(lines("<html>", "mode: enforce", "mx: evil.example.com"))
                .containsExactly("version: STSv1", "mode: testing", "mx: " + LIVE, "max_age: 604800");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_age: 31557601            | max_age: 31557600",
                "max_age: 0                   | max_age: 604800",
                "'max_age: 86400\r'          | max_age: 86400",
                "'max_age: 86400\n\n'       | max_age: 86400",
                "'max_age: 86400\nmode: none' | max_age: 86400",
                "'max_age: 86400\nMode: none' | max_age: 86400"
            })
    void aPolicyThatOnlyDeservesAWarningIsRepairedToo(String line, String repaired) {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: mail.example.com.", line))
                .containsExactly("version: STSv1", "mode: enforce", "mx: mail.example.com", repaired);
    }

    @Test
    void aPolicyThatOptsOutMayExpireAtOnce() {
        assertThat(lines("mode: none", "version: STSv1", "max_age: 0"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 0");
    }

    @Test
    void anAddressMakesRoomForAHost() {
        assertThat(lines("version: STSv1", "mode: enforce", "mx: 192.0.2.1", "mx: mail.example.com", "max_age: 604800"))
                .containsExactly(
                        "version: STSv1", "mode: enforce", "mx: mail.example.com", "mx: " + LIVE, "max_age: 604800");
    }

    @Test
    void anAddressStaysWhereNoHostIsKnown() {
        var policy = StsPolicy.parse("version: STSv1\nmode: enforce\nmx: 192.0.2.1\nmax_age: 604800\n");

        assertThat(Repair.ofPolicy(policy, List.of()).text()).contains("mx: 192.0.2.1\n");
    }

    @Test
    void theModeIsReadWhereverItCanBeRead() {
        assertThat(lines("version: STSv1", "mode: enforced", "mode: enforce", "mx: a.example.com", "max_age: 604800"))
                .contains("mode: enforce");
    }

    @Test
    void aCommentStandsForNoFieldWhateverOctetsItHas() {
        assertThat(lines("version: STSv1", "#mode\0: enforce", "mdoe: none", "max_age: 604800"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 604800");
    }

    @Test
    void nothingThatTurnsTheDirectionStaysInARepairedText() {
        assertThat(lines("version: STSv1", "mode: none", "max_age: 604800", "x-note: a\u202Eb", "junk"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 604800", "x-note: ab");
    }

    @Test
    void anExtensionOfWhichNothingIsVisibleIsDropped() {
        assertThat(lines("version: STSv1", "mode: none", "max_age: 604800", "x-note: \u200B", "junk"))
                .containsExactly("version: STSv1", "mode: none", "max_age: 604800");
    }
}
