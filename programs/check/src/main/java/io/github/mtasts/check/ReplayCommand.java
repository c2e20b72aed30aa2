package io.github.mtasts.check;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.check.LineReader.Line;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges evidence that was kept: one line in, one line out. */
@Command(
        name = "replay",
        description = {
            "Judges evidence saved by check --save-evidence: JSON lines in, one report per line out, in order.",
            "A line that is not evidence, such as an empty one, gives {\"error\": \"…\"} in its place; the others are still judged."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every line was answered", "2:usage error, or a file that cannot be read"},
        footerHeading = "%nExample:%n",
        footer = {"  mta-sts-check check --save-evidence seen.jsonl example.org", "  mta-sts-check replay seen.jsonl"})
final class ReplayCommand implements Callable<Integer> {

    /** Enough for evidence with a body of one mebibyte in which every octet is escaped. */
    private static final int MAX_LINE = 8 << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(paramLabel = "FILE", description = "JSON lines of evidence; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Override
    public Integer call() throws IOException {
        Output output = main.output();
        try (InputStream input = UserFile.open(file)) {
            LineReader lines = new LineReader(input, MAX_LINE);
            long number = 1;
            for (Optional<Line> line = next(lines); line.isPresent(); line = next(lines)) {
                output.print(Json.write(judge(number++, line.get())) + "\n");
                if (lines.isDrained()) {
                    output.flush();
                }
            }
        }
        return ExitCode.OK;
    }

    private Optional<Line> next(LineReader lines) {
        try {
            return lines.next();
        } catch (IOException cause) {
            throw UserFile.unreadable(file, cause);
        }
    }

    private static Map<String, ?> judge(long number, Line line) {
        try {
            if (line.cut()) {
                throw new IllegalArgumentException("it is longer than " + (MAX_LINE >> 20) + " MiB");
            }
            Evidence evidence = Evidence.fromMap(Json.readObject(line.octets().bytes()));
            return MtaStsReport.of(evidence, Thresholds.recommended()).toMap();
        } catch (IllegalArgumentException noEvidence) {
            return Map.of("error", "line " + number + " is not evidence: " + noEvidence.getMessage());
        }
    }
}
