package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as a whole. */
class MainTest {

    @Test
    void theDemoChecksItsWorldAndIsFine() {
        Program run = Program.run("--demo", "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        List<String> verdicts = run.reports().stream()
                .map(report -> report.get("domain") + " " + report.get("verdict"))
                .toList();
        assertThat(verdicts)
                .containsExactly(
                        "enforced.example ENFORCED",
                        "testing.example TESTING",
                        "opted-out.example NONE",
                        "no-record.example ABSENT",
                        "typo.example BROKEN",
                        "two-faults.example BROKEN",
                        "two-records.example BROKEN",
                        "expired.example BROKEN",
                        "redirect.example BROKEN",
                        "web-page.example BROKEN",
                        "uncovered.example BROKEN",
                        "shallow.example BROKEN",
                        "servfail.example UNDETERMINED",
                        "one-line.example BROKEN",
                        "zone-slip.example BROKEN",
                        "misplaced.example BROKEN",
                        "delegated.example BROKEN",
                        "gone.example BROKEN",
                        "bot-check.example BROKEN",
                        "two-addresses.example ENFORCED");
    }

    @Test
    void theDemoReadsWellWithoutATerminal() {
        Program run = Program.run("--demo");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("\u001B").contains("What to do", "Worth knowing");
        assertThat(run.out()).endsWith("UNDETERMINED\n").contains("\n20 domains: 2 ENFORCED, ");
    }

    @Test
    void withoutACommandItSaysWhatIsMissing() {
        Program run = Program.run();

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                        mta-sts-check: a command is missing: check, lint, replay, report or explain
                        Try 'mta-sts-check --help'.
                        """);
    }

    @Test
    void helpListsTheExitCodes() {
        Program run = Program.run("check", "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Exit codes:", "  3   undetermined");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Program.run("--version").out()).matches("mta-sts-check \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void anArgumentTooManyIsNamed() {
        Program run = Program.run("lint", "record", "a.txt", "b.txt");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("mta-sts-check: Unexpected argument: 'b.txt'\n");
    }

    @Test
    void anUnknownOptionGetsASuggestion() {
        Program run = Program.run("check", "--timeot", "3", "a.example");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Unknown option: '--timeot'", "--timeout");
    }
}
