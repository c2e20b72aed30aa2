package io.github.mtasts.testing;

import static io.github.mtasts.testing.MtaStsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.Verdict;
import io.github.mtasts.issue.IssueCode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTextsTest {

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx1.example.org\nmax_age: 604800\n";
    private static final String RECORD = "v=STSv1; id=1;";
    private static final String TLS_RPT = "v=TLSRPTv1; rua=mailto:tls@example.org";

    private static final DomainTexts TEXTS = DomainTexts.of(POLICY, RECORD, TLS_RPT);

    @Test
    void goodTextsAreEnforced() {
        assertThat(TEXTS.mx("mx1.example.org")).isEnforced().hasNoErrors().hasNoWarnings();
    }

    @Test
    void filesAreReadAsTheyAreKept(@TempDir Path folder) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy"), POLICY);
        Path record = Files.writeString(folder.resolve("record"), RECORD + "\n");
        Path tlsRpt = Files.writeString(folder.resolve("tlsrpt"), TLS_RPT + "\r\n");

        assertThat(DomainTexts.of(policy, record, tlsRpt).mx("mx1.example.org"))
                .isEnforced()
                .hasNoErrors()
                .hasNoWarnings();
        assertThatThrownBy(() -> DomainTexts.of(policy, record, folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aHostThatThePolicyDoesNotCoverBreaksIt() {
        assertThat(TEXTS.mx("mx1.example.org", "mx2.example.org"))
                .hasVerdict(Verdict.BROKEN)
                .hasIssue(IssueCode.MX_NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enforce", "testing"})
    void aPolicyThatIsAppliedNeedsItsMxHosts(String mode) {
        DomainTexts texts = DomainTexts.of(POLICY.replace("enforce", mode), RECORD, TLS_RPT);

        assertThatThrownBy(texts::report)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no MX hosts were declared: call mx(…)");
        assertThatThrownBy(() -> assertThat(texts)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPolicyThatIsNotAppliedNeedsNoMxHosts() {
        assertThat(DomainTexts.of("version: STSv1\nmode: none\nmax_age: 86400\n", RECORD, TLS_RPT))
                .hasVerdict(Verdict.NONE);
        assertThat(DomainTexts.of(POLICY.replace("604800", "a week"), RECORD, TLS_RPT))
                .hasVerdict(Verdict.BROKEN);
    }

    @Test
    void aDomainCanHaveNoMxRecords() {
        assertThat(TEXTS.mx()).hasIssue(IssueCode.MX_NOT_FOUND).hasVerdict(Verdict.BROKEN);
        assertThat(TEXTS.domain("mx1.example.org").mx()).isEnforced();
        assertThat(TEXTS.mx(".")).hasIssue(IssueCode.MX_NULL);
    }

    @Test
    void aDomainCanHaveNoTlsRptRecord(@TempDir Path folder) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy"), POLICY);
        Path record = Files.writeString(folder.resolve("record"), RECORD + "\n");

        assertThat(DomainTexts.of(POLICY, RECORD).mx("mx1.example.org"))
                .isEnforced()
                .hasIssue(IssueCode.TLSRPT_NOT_FOUND)
                .hasNoWarnings();
        assertThat(DomainTexts.of(policy, record).mx("mx1.example.org"))
                .isEnforced()
                .hasIssue(IssueCode.TLSRPT_NOT_FOUND);
        assertThat(DomainTexts.of(POLICY, RECORD).toString()).doesNotContain("TLSRPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no domain!", "", "a..b", "b\u00FCcher.example"})
    void aHostThatIsNotANameIsRefused(String host) {
        assertThatThrownBy(() -> TEXTS.mx("mx1.example.org", host)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDomainDecidesWhichPatternIsBroad() {
        DomainTexts broad = DomainTexts.of(POLICY.replace("mx1.example.org", "*.example.net"), RECORD, TLS_RPT)
                .mx("mx1.example.net");
        assertThat(broad).hasNoIssue(IssueCode.POLICY_MX_BROAD);
        assertThat(broad.domain("Mail.example.NET.")).isEnforced().hasIssue(IssueCode.POLICY_MX_BROAD);
    }

    @Test
    void aLongRecordIsPublishedInSeveralStrings() {
        DomainTexts lengthy = DomainTexts.of(POLICY, RECORD + " a=" + "x".repeat(300), TLS_RPT)
                .mx("mx1.example.org");
        assertThat(lengthy.report().evidence().mtaStsTxt().records().get(0).strings())
                .hasSize(2);
    }

    @Test
    void onlyOneLineEndIsLeftOut() {
        assertThat(DomainTexts.of(POLICY, RECORD + "\n\n", TLS_RPT).mx("mx1.example.org"))
                .hasVerdict(Verdict.BROKEN);
    }

    @Test
    void aNameThatIsNotADomainIsRefused() {
        assertThatThrownBy(() -> TEXTS.domain("not a domain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a domain");
    }

    @Test
    void printsItsTexts() {
        assertThat(DomainTexts.of("version: STSv1\n", RECORD, TLS_RPT)
                        .mx("mx1.example.org")
                        .toString())
                .isEqualTo(
                        "DomainTexts[example.org, record \"v=STSv1; id=1;\", TLSRPT \"v=TLSRPTv1; rua=mailto:tls@example.org\", "
                                + "policy \"version: STSv1\\n\", mx [10 mx1.example.org]]");
    }
}
