package io.github.mtasts.testing;

import static io.github.mtasts.testing.MtaStsAssertions.assertThat;
import static io.github.mtasts.testing.MtaStsAssertions.assertThatPolicy;
import static io.github.mtasts.testing.MtaStsAssertions.assertThatRecord;
import static io.github.mtasts.testing.MtaStsAssertions.assertThatTlsRpt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.IssueCode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtaStsAssertionsTest {

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx1.example.org\nmax_age: 604800\n";
    private static final String RECORD = "v=STSv1; id=1;";
    private static final String TLS_RPT = "v=TLSRPTv1; rua=mailto:tls@example.org";
    private static final String UNIT = POLICY.replace("604800", "604800 s");
    private static final String SHORT = POLICY.replace("604800", "60");

    private static final DomainTexts GOOD =
            DomainTexts.of(POLICY, RECORD, TLS_RPT).mx("mx1.example.org");

    @Test
    void goodTextsPass() {
        assertThatPolicy(POLICY).isValid().hasNoErrors().hasNoWarnings().coversMx("mx1.example.org");
        assertThatPolicy(POLICY.getBytes(StandardCharsets.UTF_8)).isValid();
        assertThatRecord(RECORD).isValid().hasNoErrors().hasNoWarnings();
        assertThatTlsRpt(TLS_RPT).isValid().hasNoErrors().hasNoWarnings();
        assertThat(TextReport.of(TextKind.RECORD, RECORD.getBytes(StandardCharsets.UTF_8), Instant.EPOCH))
                .isValid();
    }

    @Test
    void goodFilesPass(@TempDir Path folder) throws Exception {
        assertThatPolicy(Files.writeString(folder.resolve("policy"), POLICY)).isValid();
        assertThatRecord(Files.writeString(folder.resolve("record"), RECORD + "\n"))
                .isValid();
        assertThatTlsRpt(Files.writeString(folder.resolve("tlsrpt"), TLS_RPT + "\r\n"))
                .isValid();
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> assertThatPolicy(folder.resolve("missing")).isValid())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aGoodReportPasses() {
        assertThat(GOOD.report())
                .isEnforced()
                .hasVerdict(Verdict.ENFORCED)
                .hasNoErrors()
                .hasNoWarnings()
                .hasNoIssue(IssueCode.POLICY_MX_BROAD)
                .coversMx("mx1.example.org", "MX1.example.org.");
    }

    @Test
    void anInvalidTextFailsWithASentenceAndCarets() {
        assertFails(
                        () -> assertThatPolicy(UNIT).isValid(),
                        "Expected the policy to have a valid text, but it is invalid.")
                .contains("max_age: 604800 s", "^^^", "POLICY_MAX_AGE_INVALID");
        assertFails(
                () -> assertThatRecord("v=STSv1").isValid(),
                "Expected the MTA-STS record to have a valid text, but it is invalid.");
        assertFails(
                () -> assertThatTlsRpt("v=TLSRPTv1").isValid(),
                "Expected the TLSRPT record to have a valid text, but it is invalid.");
    }

    @Test
    void aFilesNameIsInTheSentenceAndInTheReport(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mta-sts.txt"), UNIT);

        assertFails(
                        () -> assertThatPolicy(file).hasNoErrors(),
                        "Expected " + file + " to have no errors, but it has POLICY_MAX_AGE_INVALID.")
                .contains("\n" + file);
    }

    @Test
    void issuesAreExpectedByCodeAndBySeverity() {
        assertThatPolicy(SHORT).isValid().hasNoErrors().hasIssue(IssueCode.POLICY_MAX_AGE_SHORT);
        assertFails(
                () -> assertThatPolicy(SHORT).hasNoWarnings(),
                "Expected the policy to have no warnings, but it has POLICY_MAX_AGE_SHORT.");
        assertFails(
                () -> assertThatPolicy(SHORT).hasNoIssue(IssueCode.POLICY_MAX_AGE_SHORT),
                "Expected the policy to have no issue POLICY_MAX_AGE_SHORT, but it has one.");
        assertFails(
                () -> assertThatPolicy(SHORT).hasIssue(IssueCode.POLICY_MX_BROAD),
                "Expected the policy to have the issue POLICY_MX_BROAD, but it has POLICY_MAX_AGE_SHORT.");
        assertFails(
                () -> assertThatPolicy(POLICY).hasIssue(IssueCode.POLICY_MX_BROAD),
                "Expected the policy to have the issue POLICY_MX_BROAD, but it has no issues.");
    }

    @Test
    void hostsThatNoPatternMatchesAreNamed() {
        assertFails(
                () -> assertThatPolicy(POLICY).coversMx("mx1.example.org", "mx2.example.org"),
                "Expected the policy to have a pattern for mx1.example.org, mx2.example.org, but none of its patterns (mx1.example.org) matches mx2.example.org.");
        assertFails(
                () -> assertThatPolicy("version: STSv1\nmode: none\nmax_age: 86400\n")
                        .coversMx("mx1.example.org"),
                "Expected the policy to have a pattern for mx1.example.org, but it has no patterns.");
        assertFails(
                () -> assertThatPolicy(UNIT).coversMx("mx1.example.org"),
                "Expected the policy to have a pattern for mx1.example.org, but it is not a valid policy.");
        assertFails(
                () -> assertThatRecord(RECORD).coversMx("mx1.example.org"),
                "Expected the MTA-STS record to have a pattern for mx1.example.org, but it is not a valid policy.");
    }

    @Test
    void coveringNoHostIsRefused() {
        assertThatThrownBy(() -> assertThatPolicy(POLICY).coversMx()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(GOOD).coversMx()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReportFailsWithItsVerdictAndItsText() {
        assertFails(
                        () -> assertThat(GOOD.mx("mx2.example.org")).isEnforced(),
                        "Expected example.org to have the verdict ENFORCED, but it is BROKEN.")
                .contains("10 mx2.example.org  NOT COVERED");
    }

    @Test
    void theDescriptionStandsBeforeTheSentence() {
        assertThatThrownBy(() -> assertThat(GOOD).as("our 100% policy").hasVerdict(Verdict.TESTING))
                .hasMessageStartingWith("[our 100% policy] Expected example.org to have the verdict TESTING");
    }

    private static AbstractStringAssert<?> assertFails(ThrowingCallable call, String sentence) {
        return assertThatThrownBy(call)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(sentence + "\n\n")
                .message();
    }
}
