package io.github.mtasts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One text alone: what the whole report would say of it, and nothing about the rest of the world. */
class TextReportTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aGoodPolicyHasNoIssue() {
        TextReport report =
                report(TextKind.POLICY, "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800\n");

        assertThat(report.valid()).isTrue();
        assertThat(report.issues()).isEmpty();
        assertThat(report.recommendations()).isEmpty();
        assertThat(report.toMap()).containsOnlyKeys("policy", "issues", "recommendations");
    }

    @Test
    void aShortMaxAgeIsFoundAlthoughTheGrammarAcceptsIt() {
        TextReport report = report(TextKind.POLICY, "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 60\n");

        assertThat(report.valid()).isTrue();
        assertThat(codes(report)).containsExactly(IssueCode.POLICY_MAX_AGE_SHORT);
    }

    @Test
    void aListOfPublicSuffixesFindsAWildcardForEverybodysHosts() {
        byte[] policy = "version: STSv1\nmode: enforce\nmx: *.co.uk\nmax_age: 604800\n".getBytes(UTF_8);

        assertThat(codes(TextReport.of(TextKind.POLICY, policy, NOW))).isEmpty();
        assertThat(codes(TextReport.of(TextKind.POLICY, policy, NOW, name -> Optional.empty())))
                .containsExactly(IssueCode.POLICY_MX_BROAD);
    }

    @Test
    void issuesAreInTheOrderOfTheirPlacesWhoeverFoundThem() {
        TextReport report =
                report(TextKind.POLICY, "version: STSv1\nmax_age: 60\nmode: enforce\n\nmx: mx.example.org\n");

        assertThat(codes(report)).containsExactly(IssueCode.POLICY_MAX_AGE_SHORT, IssueCode.POLICY_BLANK_LINE);
    }

    @Test
    void theRepairedTextIsWithoutAPlace() {
        TextReport report =
                report(TextKind.POLICY, "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800 seconds\n");

        assertThat(report.recommendations()).singleElement().satisfies(advice -> {
            assertThat(advice.where()).isEmpty();
            assertThat(advice.publish())
                    .isEqualTo(Optional.of("version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800\n"));
        });
    }

    @Test
    void aFileNameThatRunsOnForPagesIsCut() {
        assertThat(report(TextKind.RECORD, "v=STSv1; id=1").toText("x".repeat(100_000), 80))
                .startsWith("x".repeat(200) + "…   valid")
                .hasSizeLessThan(400);
    }

    @Test
    void ofARecordOneLineEndIsLeftOut() {
        assertThat(report(TextKind.RECORD, "v=STSv1; id=1;\r\n").issues()).isEmpty();
        assertThat(report(TextKind.RECORD, "v=STSv1; id=1;\n\n").valid()).isFalse();
    }

    @Test
    void aTextOfAnotherKindIsNullAndHasItsIssues() {
        TextReport report = report(TextKind.RECORD, "google-site-verification=x");

        assertThat(report.valid()).isFalse();
        assertThat(report.toMap()).containsEntry("dns_record", null);
        assertThat(report.issues()).isNotEmpty();
    }

    @Test
    void ofATextThatIsNotMeantAsARecordNoOneSaysThatItLooksLikeOne() {
        assertThat(report(TextKind.RECORD, "hello").toText())
                .startsWith("MTA-STS record   invalid   not an MTA-STS record\n")
                .contains(
                        "The text is not an MTA-STS record, which begins with v=STSv1. It begins\n    | with \"hello\".\n")
                .contains("Publish the text of the MTA-STS record at this name");
        assertThat(report(TextKind.TLS_RPT, "hello").toText())
                .startsWith("TLSRPT record   invalid   not a TLSRPT record\n")
                .contains("The text is not a TLSRPT record, which begins with v=TLSRPTv1.");
        assertThat(report(TextKind.RECORD, "v=stsv1; id=1").toText())
                .startsWith("MTA-STS record   invalid   the record does not begin with v=STSv1\n");
    }

    @Test
    void withAPolicyToPublishTheRecordGetsANewId() {
        String text = report(TextKind.POLICY, "version: STSv1\nmode: enforce;\nmx: mx.example.org\nmax_age: 60\n")
                .toText();

        assertThat(text.replaceAll("\\s+", " "))
                .containsOnlyOnce("change the id in the MTA-STS record")
                .contains(
                        " When it is served, change the id in the MTA-STS record, so that senders fetch it. version:");
        assertThat(report(TextKind.POLICY, "version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800\n")
                        .toText())
                .doesNotContain("change the id");
    }

    @Test
    void ofARecordThatWasCutOffTheTextToPublishHasWhatIsMissing() {
        TextReport cut = TextReport.of(
                TextKind.TLS_RPT,
                "v=TLSRPTv1".getBytes(UTF_8),
                "v=TLSRPTv1; rua=mailto:a@example.org".getBytes(UTF_8),
                NOW);
        TextReport id =
                TextReport.of(TextKind.RECORD, "v=STSv1".getBytes(UTF_8), "v=STSv1; id=1; x=\"".getBytes(UTF_8), NOW);

        assertThat(codes(cut)).containsExactly(IssueCode.TLSRPT_RUA_MISSING);
        assertThat(cut.recommendations().get(0).publish()).hasValue("v=TLSRPTv1; rua=mailto:a@example.org");
        assertThat(cut.toText()).doesNotContain("placeholder");
        assertThat(codes(id)).containsExactly(IssueCode.RECORD_ID_MISSING);
        assertThat(id.recommendations().get(0).publish())
                .hasValueSatisfying(text -> assertThat(text).startsWith("v=STSv1; id="));
    }

    @Test
    void aTlsRptRecordIsJudgedAsOne() {
        TextReport report = report(TextKind.TLS_RPT, "v=TLSRPTv1; rua=tlsrpt@example.org");

        assertThat(report.valid()).isFalse();
        assertThat(report.toMap()).containsKey("tls_rpt");
        assertThat(report.issues()).extracting(Issue::subject).containsOnly(Subject.TLS_RPT);
    }

    private static TextReport report(TextKind kind, String text) {
        return TextReport.of(kind, text.getBytes(UTF_8), NOW);
    }

    private static List<IssueCode> codes(TextReport report) {
        return report.issues().stream().map(Issue::code).toList();
    }
}
