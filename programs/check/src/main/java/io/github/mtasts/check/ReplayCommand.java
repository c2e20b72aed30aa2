package io.github.mtasts.check;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.check.LineReader.Line;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.kit.WideText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges saved evidence: one line in, one line out. */
@Command(
        name = "replay",
        description = {
            "Judges evidence saved by check --save-evidence, offline.",
            "Reads JSON lines, and prints one report per line, in the same order. For a line that is not evidence, such as an"
                    + " empty one, it prints {\"error\": \"…\"} and goes on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:at least one line is evidence",
            "2:usage error, or a file that cannot be read or has no evidence"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check check --save-evidence seen.jsonl example.org",
            "  mta-sts-check replay seen.jsonl",
            "  mta-sts-check replay --text seen.jsonl"
        })
final class ReplayCommand implements Callable<Integer> {

    /** Enough for evidence with a body of one mebibyte in which every octet is escaped. */
    private static final int MAX_LINE = 8 << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(paramLabel = "FILE", description = "JSON lines of evidence; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--text", description = "Print each report for people, as check does.")
    private boolean text;

    @Override
    public Integer call() throws IOException {
        ReportPrinter printer = new ReportPrinter(main.output(), !text);
        Tally tally = new Tally(FailOn.NEVER);
        try (InputStream input = UserFile.open(file)) {
            LineReader lines = new LineReader(input, MAX_LINE);
            long number = 0;
            long judged = 0;
            for (Optional<Line> line = next(lines); line.isPresent(); line = next(lines)) {
                judged += show(printer, tally, ++number, line.get()) ? 1 : 0;
            }
            printer.print(tally);
            if (judged == 0) {
                throw new UserError(UserFile.shown(file) + " does not contain evidence");
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

    /** Whether the line is evidence. */
    private static boolean show(ReportPrinter printer, Tally tally, long number, Line line) {
        try {
            MtaStsReport report = judge(line);
            tally.add(report);
            printer.print(report);
            return true;
        } catch (IllegalArgumentException noEvidence) {
            tally.addOther();
            printer.printError("line " + number + " is not evidence: " + noEvidence.getMessage());
            return false;
        }
    }

    private static MtaStsReport judge(Line line) {
        Optional<String> wide = WideText.encoding(line.octets().bytes());
        if (wide.isPresent()) {
            throw new IllegalArgumentException("it is " + wide.get() + " text; save the file as UTF-8");
        }
        if (line.cut()) {
            throw new IllegalArgumentException("it is longer than " + (MAX_LINE >> 20) + " MiB");
        }
        Evidence evidence = Evidence.fromMap(Json.readObject(line.octets().bytes()));
        return MtaStsReport.of(evidence, Thresholds.recommended(), new OkHttpPublicSuffixes());
    }
}
