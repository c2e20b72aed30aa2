package io.github.mtasts.check;

import io.github.mtasts.TextKind;
import io.github.mtasts.TextReport;
import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import io.github.mtasts.text.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a text alone, before it is published. */
@Command(
        name = "lint",
        description = {
            "Judges a text offline: a policy file, or the data of one TXT record.",
            "Every octet matters; only one line end after a record is ignored."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:the text is invalid, or has issues at or above the level of --fail-on",
            "2:usage error, or a file that cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mta-sts-check lint policy mta-sts.txt",
            "  dig +short TXT _mta-sts.example.org | tr -d '\"' | mta-sts-check lint record -"
        })
final class LintCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = Kind.Converter.class,
            completionCandidates = Kind.Converter.class,
            description = "record, policy or tlsrpt")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The text; - reads standard input.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--json", description = "Print one JSON object with the text, its issues and the recommendations.")
    private boolean json;

    @Mixin
    private FailOn.Level failOn = new FailOn.Level();

    @Override
    public Integer call() {
        TextReport result =
                TextReport.of(kind.kind(), UserFile.read(file), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Output output = main.output();
        output.print(json ? Json.write(result.toMap()) + "\n" : text(result));
        boolean failed = failOn.level() != FailOn.NEVER
                && (!result.valid() || failOn.level().isReachedBy(result.issues()));
        return failed ? ExitCode.ISSUES : ExitCode.OK;
    }

    private String text(TextReport result) {
        Page page = Terminal.ofOutput();
        String name = UserFile.shown(file);
        return page.colour() ? result.toColouredText(name, page.width()) : result.toText(name, page.width());
    }

    /** The texts that can be judged alone, by the words of the command line. */
    private enum Kind {
        RECORD(TextKind.RECORD),
        POLICY(TextKind.POLICY),
        TLSRPT(TextKind.TLS_RPT);

        private final TextKind kind;

        Kind(TextKind kind) {
            this.kind = kind;
        }

        TextKind kind() {
            return kind;
        }

        static final class Converter extends Converters.Choice<Kind> {
            Converter() {
                super(Kind.class);
            }
        }
    }
}
