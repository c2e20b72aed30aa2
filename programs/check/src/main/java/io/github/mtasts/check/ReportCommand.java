package io.github.mtasts.check;

import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.tlsrpt.ReadReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows TLS reports received from other mail servers. */
@Command(
        name = "report",
        description = {
            "Shows TLS reports (RFC 8460) from other mail servers.",
            "Reads JSON, also if compressed with gzip. For a file that is not a report, or cannot be read, it prints an error"
                    + " and goes on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is a valid report, whatever it reports",
            "1:a file is not a report, or not a valid one",
            "2:usage error, or a file that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check report google.com*.json.gz",
            "  mta-sts-check report --json reports/* > reports.jsonl"
        })
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A report; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Option(names = "--json", description = "Print one JSON object per file, in order.")
    private boolean json;

    @Override
    public Integer call() {
        TlsRptPrinter printer = new TlsRptPrinter(main.output(), json);
        int code = ExitCode.OK;
        for (String file : files) {
            code = Math.max(code, show(printer, file));
        }
        printer.printTotal();
        return code;
    }

    private static int show(TlsRptPrinter printer, String file) {
        try {
            ReadReport read = ReportFile.read(file);
            printer.print(UserFile.shown(file), read);
            return read.valid() ? ExitCode.OK : ExitCode.ISSUES;
        } catch (ReportFile.NoReport noReport) {
            printer.printError(UserFile.shown(file) + " is not a TLS report: " + noReport.getMessage());
            return ExitCode.ISSUES;
        } catch (UserError unreadable) {
            printer.printError(String.valueOf(unreadable.getMessage()));
            return ExitCode.USAGE;
        }
    }
}
