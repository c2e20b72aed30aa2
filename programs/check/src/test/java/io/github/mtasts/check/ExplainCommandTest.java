package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.kit.ExitCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The catalogue at the command line. */
class ExplainCommandTest {

    @Test
    void aCodeIsExplainedWhateverItsCase() {
        Program run = Program.run("explain", "fetch_cert_expired");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                        FETCH_CERT_EXPIRED   error   RFC 8461 §3.3

                          The policy host's certificate has expired, so senders reject the policy.
                          → Renew the certificate, and automate its renewal.

                          Senders report it as sts-webpki-invalid (RFC 8460 §4.3).
                        """);
    }

    @Test
    void theCodeOfADeviationIsExplainedToo() {
        Program run = Program.run("explain", "report-counts-invalid");

        assertThat(run.err()).contains("did you mean REPORT_COUNT_INVALID");
        assertThat(Program.run("explain", "report-count-invalid").out()).isEqualTo("""
                        REPORT_COUNT_INVALID   error   RFC 8460 §4.4

                          A value is not a number of sessions.
                          → Write an integer from 0 to 9007199254740991.
                        """);
    }

    @Test
    void aVerdictAnAdviceCodeAndAResultTypeAreExplainedToo() {
        assertThat(Program.run("explain", "testing").out()).isEqualTo("""
                        TESTING   verdict

                          Testing mode: senders report failures but deliver anyway.
                        """);
        assertThat(Program.run("explain", "fix-policy").out()).isEqualTo("""
                        FIX_POLICY   advice

                          Replace the policy with its repaired text.
                        """);
        assertThat(Program.run("explain", "sts-policy-invalid").out()).isEqualTo("""
                        sts-policy-invalid   result type   RFC 8460 §4.3

                          The sender fetched the MTA-STS policy, but could not parse it.
                          → Fix the lines of the policy that are not valid.
                        """);
        assertThat(Program.run("explain", "sts-polcy-invalid").err()).contains("sts-policy-invalid");
    }

    @Test
    void withoutACodeAllAreListed() {
        Program run = Program.run("explain");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(Arrays.stream(IssueCode.values()).map(IssueCode::name).toList());
    }

    @Test
    void anUnknownCodeGetsSuggestions() {
        Program run = Program.run("explain", "RECORD_ID_INVALD");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("mta-sts-check: unknown code: RECORD_ID_INVALD; did you mean RECORD_ID_INVALID?\n");
    }
}
