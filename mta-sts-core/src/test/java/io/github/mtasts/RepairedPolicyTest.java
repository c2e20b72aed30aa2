package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.HealthyDomain.serving;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.PolicyMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused policy, repaired as its report says, and judged again. */
class RepairedPolicyTest {

    static Stream<String> refused() {
        return Stream.of(
                "mode: enforce\nmx: mail.example.org\nmax_age: 604800\n",
                "version: STSv2\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n",
                "version: STSv1\n mode: enforce\nmx: mail.example.org\nmax_age: 604800\n",
                "version: STSv1\nmode: ENFORCE\nmx: mail.example.org\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce;\nmx: mail.example.org\nmax_age: 604800\n",
                "version=STSv1\nmode=enforce\nmx=mail.example.org\nmax_age=604800\n",
                "Version: STSv1\nMode: enforce\nMX: mail.example.org\nMax_Age: 604800\n",
                "version: STSv1\rmode: enforce\rmx: mail.example.org\rmax_age: 604800\r",
                "version: STSv1\nmode: enforce\nmx: mail.example.org, backup.example.org\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org:25\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: smtp://mail.example.org/\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: 10 mail.example.org\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx:\n  - mail.example.org\nmax_age: 604800\n",
                "---\nversion: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n---\n",
                "\uFEFFversion: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604,800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\nmaxage: 604800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\n# a comment\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\nx-note:\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\n\u0000max_age: 604800\n",
                "version: STSv1\nmode: enforce\nmax_age: 604800\n",
                "version: STSv1\nmode: enforce\nmx: mail.example.org\n");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void leavesNoErrorInTheText(String text) {
        assertThat(judge(mended(text)).issues())
                .filteredOn(issue -> issue.subject() == Subject.POLICY)
                .extracting(Issue::severity)
                .doesNotContain(Severity.ERROR);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void keepsTheModeAndTheHost(String text) {
        MtaStsReport report = judge(mended(text));

        assertThat(report.mode()).hasValue(PolicyMode.ENFORCE);
        assertThat(report.verdict()).isEqualTo(Verdict.ENFORCED);
        assertThat(report.mx().get(0).coveredBy()).hasValue("mail.example.org");
    }

    @Test
    void isSavedAsPlainTextWhereItsFileWasAnother() {
        String utf16 = HealthyDomain.POLICY.replaceAll("(?s)(.)", "$1\0");
        Recommendation first = judge(serving(utf16)).recommendations().get(0);

        assertThat(first.message()).isEqualTo("Publish the repaired policy. Save it as plain text in UTF-8.");
        assertThat(first.publish()).hasValue(HealthyDomain.POLICY);
    }

    @Test
    void keepsTheLinesThatHadNoFaultInTheirOrder() {
        String sound = "max_age:\t604800\nx-b:  y \nmode: enforce\nmx:*.example.net\nx-a: ü\nmx: A.example.org\n";

        assertThat(published(sound)).isEqualTo("version: STSv1\n" + sound);
    }

    @Test
    void changesTheFaultyLineAlone() {
        assertThat(
                        published(
                                "version: STSv1\r\nx-note: a: b\r\nmx:\tmail.example.org\r\nmode : enforce\r\nmax_age:  86400 "))
                .isEqualTo(
                        "version: STSv1\r\nx-note: a: b\r\nmx:\tmail.example.org\r\nmode: enforce\r\nmax_age:  86400 \r\n");
    }

    @Test
    void aModeThatIsMissingIsTheSafestOneAndTheMessageSaysSo() {
        MtaStsReport report = judge(serving("version: STSv1\nmx: mail.example.org\nmax_age: 604800\n"));

        assertThat(fix(report).message()).contains("The mode is testing");
        assertThat(fix(report).publish().orElseThrow()).contains("mode: testing\n");
    }

    @Test
    void whileTheMxHostsAreUnknownItInventsNone() {
        MtaStsReport report = judge(HealthyDomain.evidence()
                .mx(Lookup.without(LookupStatus.SERVER_FAILURE, ""))
                .policy(HealthyDomain.served("version: STSv1\nmode: enforce\nmax_age: 604800\n"))
                .build());

        assertThat(fix(report).publish()).isEmpty();
        assertThat(fix(report).message()).contains("write one mx line for each MX host");
    }

    @Test
    void whileTheMxHostsAreUnknownItEnforcesWhatTheOwnerWrote() {
        MtaStsReport report = judge(HealthyDomain.evidence()
                .mx(Lookup.without(LookupStatus.SERVER_FAILURE, ""))
                .policy(HealthyDomain.served("version: STSv1\nmode: enforce\nmx: example.org\n"))
                .build());

        assertThat(fix(report).publish().orElseThrow()).contains("mode: enforce\nmx: example.org\n");
    }

    @Test
    void keepsEveryHostOfManyFaultyLines() {
        List<String> hosts =
                IntStream.range(0, 20).mapToObj(i -> "mx" + i + ".example.org").toList();
        String text = "version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n"
                + String.join(
                        "", hosts.stream().map(host -> "MX: " + host + "\n").toList())
                + "mx: mx20.example.org:25\n";

        assertThat(published(text).lines())
                .containsAll(hosts.stream().map(host -> "mx: " + host).toList());
    }

    private static Evidence mended(String text) {
        Evidence refused = serving(text);
        return Publication.of(refused, judge(refused).recommendations());
    }

    private static String published(String text) {
        return fix(judge(serving(text))).publish().orElseThrow();
    }

    private static Recommendation fix(MtaStsReport report) {
        return report.recommendations().stream()
                .filter(advice -> advice.code() == Advice.FIX_POLICY)
                .findFirst()
                .orElseThrow();
    }
}
