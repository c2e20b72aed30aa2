package io.github.mtasts.check;

import io.github.mtasts.check.containers.Place;
import io.github.mtasts.check.containers.ReportFolder;
import io.github.mtasts.check.containers.Unpacking;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.tlsrpt.ReadReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
            "Reads JSON, also if packed with gzip, zip or tar, mails with reports (.eml), mailboxes (mbox), and folders with"
                    + " all that is in them. For what is not a report, or cannot be read, it prints an error and goes on.",
            "The same report given twice is counted once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is a valid report, or contains valid ones only, whatever they report",
            "1:something is not a report, or not a valid one",
            "2:usage error, or a file or folder that cannot be read, or a folder without files"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check report google.com*.json.gz",
            "  mta-sts-check report ~/Maildir/.tlsrpt",
            "  mta-sts-check report --json reports.zip > reports.jsonl"
        })
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A report, or what contains some; a folder means all files in it; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Option(names = "--json", description = "Print one JSON object per report, in order.")
    private boolean json;

    @Override
    public Integer call() {
        Answers answers = new Answers(new TlsRptPrinter(main.output(), json));
        files.forEach(answers::show);
        answers.printer.printTotal();
        return answers.code;
    }

    /** Prints what is found, and remembers the exit code. */
    private static final class Answers implements Unpacking.Finder {

        private final TlsRptPrinter printer;
        private boolean inputIsRead;
        private int code = ExitCode.OK;

        Answers(TlsRptPrinter printer) {
            this.printer = printer;
        }

        private void show(String name) {
            try {
                if (name.equals("-") && inputIsRead) {
                    throw new UserError("standard input can be read only once");
                }
                inputIsRead |= name.equals("-");
                if (!name.equals("-") && Files.isDirectory(UserFile.path(name))) {
                    ReportFolder.read(UserFile.path(name), this::showFile, why -> {
                        printer.printNotice(Place.of(name), String.valueOf(why.getMessage()));
                        code = ExitCode.USAGE;
                    });
                } else {
                    showFile(name);
                }
            } catch (UserError unreadable) {
                fail(Place.of(name), unreadable);
            }
        }

        private void showFile(String name) {
            try (InputStream input = UserFile.open(name)) {
                Unpacking.read(name, input, this);
            } catch (IOException cause) {
                fail(Place.of(name), UserFile.unreadable(name, cause));
            } catch (UserError unreadable) {
                fail(Place.of(name), unreadable);
            }
        }

        private void fail(Place place, UserError unreadable) {
            printer.printError(place, String.valueOf(unreadable.getMessage()));
            code = ExitCode.USAGE;
        }

        @Override
        public void report(Place place, ReadReport read) {
            printer.print(place, read);
            code = Math.max(code, read.valid() ? ExitCode.OK : ExitCode.ISSUES);
        }

        @Override
        public void unfinished(Place place, String why) {
            printer.printNotice(place, place.shown() + " is not read to its end: " + why);
            code = Math.max(code, ExitCode.ISSUES);
        }

        @Override
        public void noReport(Place place, String why) {
            printer.printError(place, place.shown() + " is not a TLS report: " + why);
            code = Math.max(code, ExitCode.ISSUES);
        }
    }
}
