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

    @Test
    void withoutMxHostsAnEnforcingPolicyIsUndetermined() {
        assertThat(TEXTS).hasVerdict(Verdict.UNDETERMINED).hasNoErrors();
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
        DomainTexts lengthy = DomainTexts.of(POLICY, RECORD + " a=" + "x".repeat(300), TLS_RPT);
        assertThat(lengthy.report().evidence().mtaStsTxt().records().get(0).strings())
                .hasSize(2);
    }

    @Test
    void onlyOneLineEndIsLeftOut() {
        assertThat(DomainTexts.of(POLICY, RECORD + "\n\n", TLS_RPT)).hasVerdict(Verdict.BROKEN);
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
