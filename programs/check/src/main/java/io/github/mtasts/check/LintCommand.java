package io.github.mtasts.check;

import io.github.mtasts.TextReport;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.UserFile;
import io.github.mtasts.kit.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges a text alone, before it is published. */
@Command(
        name = "lint",
        description = {
            "Judges a text alone, without a network: a policy file, or the data of one TXT record.",
            "The octets count as they are; of a record, one line end at the end of the file is left out."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:the text is invalid, or has findings at or above the level of --fail-on",
            "2:usage, or a file that cannot be read"
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

    @Parameters(index = "0", paramLabel = "KIND", description = "record, policy or tlsrpt")
    @SuppressWarnings("NullAway.Init")
    private LintKind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The text; - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--json", description = "Print one JSON object: the text, its issues, the recommendations.")
    private boolean json;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "error, warning or never: from which level on findings give exit code 1 (default: error).")
    @SuppressWarnings("NullAway.Init")
    private FailOn failOn;

    @Override
    public Integer call() {
        TextReport result =
                TextReport.of(kind.kind(), UserFile.read(file), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Output output = main.output();
        output.print(
                json
                        ? Json.write(result.toMap()) + "\n"
                        : new LintText(Terminal.ofOutput()).render(UserFile.shown(file), result));
        boolean failed = failOn != FailOn.NEVER && (!result.valid() || failOn.isReachedBy(result.issues()));
        return failed ? ExitCode.ISSUES : ExitCode.OK;
    }
}
