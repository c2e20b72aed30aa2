package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line in, one line out, whatever the line is. */
class ReplayCommandTest {

    private static final String GOOD = """
            {"domain": "example.org", "mta_sts_txt": {"status": "FOUND", "records": [["v=STSv1; id=1"]]}}""";

    @Test
    void everyLineIsAnsweredInItsPlace() {
        Program run =
                Program.fed(GOOD + "\nnonsense\n" + GOOD.replace("example.org", "example.net") + "\n", "replay", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(fields(run, "domain")).containsExactly("example.org", "", "example.net");
        assertThat(fields(run, "error").get(1)).startsWith("line 2 is not evidence: ");
    }

    @Test
    void peopleSeeWhatACheckShows() {
        Program run = Program.fed(GOOD + "\nnonsense\n" + GOOD + "\n", "replay", "--text", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("example.org   ")
                .contains("─\n\nline 2 is not evidence: it is not JSON (column ")
                .contains("─\n\n2 domains: 2 ")
                .endsWith("; 1 line is not evidence\n");
    }

    @Test
    void theLastLineNeedsNoLineFeed() {
        assertThat(Program.fed(GOOD, "replay", "-").lines()).hasSize(1);
    }

    @Test
    void anEmptyInputGivesAnEmptyOutput() {
        assertThat(Program.fed("", "replay", "-").out()).isEmpty();
    }

    @Test
    void aFileWithoutEvidenceIsAnErrorAfterItsLines() {
        Program run = Program.fed("nonsense\n{}\n", "replay", "-");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).isEqualTo("mta-sts-check: standard input does not contain evidence\n");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aLineThatIsNotEvidenceSaysWhy() {
        List<String> bad = List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{} {}",
                "{\"domain\": \"a.example\", \"domain\": \"b.example\"}",
                "{\"mx\": null}",
                "{\"domain\": \"a.example\", \"mx\": {\"status\": \"LOST\"}}",
                "{\"domain\": \"a.example\", \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"domain\": \"\u00C3(\"}",
                "{\"domain\": \"a.example\", \"x\": \"" + "x".repeat(9 << 20) + "\"}");

        Program run = Program.fed(String.join("\n", bad) + "\n" + GOOD + "\n", "replay", "-");

        assertThat(run.exit()).isZero();
        List<String> errors = fields(run, "error");
        assertThat(errors).hasSize(bad.size() + 1);
        assertThat(errors.get(0)).endsWith("it is empty");
        assertThat(errors.get(1)).endsWith("it is not a JSON object");
        assertThat(errors.get(5)).contains("it has the same name twice in an object (column ");
        assertThat(errors.get(6)).contains("domain is missing");
        assertThat(errors.get(7)).contains("mx.status");
        assertThat(errors.get(8)).contains("it is nested too deeply");
        assertThat(errors.get(9)).endsWith("it is not valid UTF-8");
        assertThat(errors.get(10)).endsWith("it is longer than 8 MiB");
        assertThat(errors.subList(0, bad.size()))
                .allSatisfy(error -> assertThat(error).startsWith("line "));
        assertThat(errors.get(bad.size())).isEmpty();
    }

    @Test
    void wideTextIsNamed() {
        String wide = new String((GOOD + "\r\n").getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

        assertThat(fields(Program.fed(wide + wide, "replay", "-"), "error"))
                .startsWith(
                        "line 1 is not evidence: it is UTF-16 text; save the file as UTF-8",
                        "line 2 is not evidence: it is UTF-16 text; save the file as UTF-8");
    }

    @Test
    void unicodeLineSeparatorsEndNoLine() {
        String line = "{\"domain\": \"a.example\", \"mx\": {\"detail\": \"x\u0085y\u2028z\"}}";

        Program run = Program.fed(utf8(line) + "\n", "replay", "-");

        assertThat(fields(run, "domain")).containsExactly("a.example");
    }

    @Test
    void whatDoesNotShowIsEscapedAndKeepsItsValue() {
        String hostile = "not a\u009B31m\u202E domain \\ud800";

        Program run = Program.fed(utf8("{\"domain\": \"" + hostile + "\"}\n"), "replay", "-");

        assertThat(run.out()).contains("not a\\u009b31m\\u202e domain \\ud800");
        assertThat(fields(run, "domain")).containsExactly("not a\u009B31m\u202E domain \uD800");
    }

    @Test
    void aFileIsReadLikeStandardInput(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("seen.jsonl"), GOOD + "\n");

        assertThat(Program.run("replay", file.toString()).out())
                .isEqualTo(Program.fed(GOOD, "replay", "-").out());
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        Program run = Program.run("replay", "no-such-file");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("mta-sts-check: cannot read no-such-file: no such file or folder\n");
    }

    @Test
    void manyLinesNeedLittleMemory() {
        String lines = (GOOD + "\n").repeat(20_000);

        assertThat(Program.fed(lines, "replay", "-").lines()).hasSize(20_000);
    }

    @Test
    void aReaderThatGoesAwayIsNotLoggedAsAFailure(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("seen.jsonl"), (GOOD + "\n").repeat(5_000));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"));
        command.addAll(Program.command("io.github.mtasts.check.Main", List.of("replay", file.toString())));

        Program run = Program.start(command, "", Map.of());

        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
    }

    private static List<String> fields(Program run, String name) {
        return run.reports().stream()
                .map(report -> String.valueOf(report.getOrDefault(name, "")))
                .toList();
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
