package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.Version;
import io.github.mtasts.tlsrpt.DeviationCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains an issue, or a deviation of a TLS report, and how to fix it. */
@Command(
        name = "explain",
        description =
                "Explains an issue, or a deviation of a TLS report, and how to fix it; without a code, lists all issues.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:success", "2:unknown code"},
        footerHeading = "%nExample:%n",
        footer = "  mta-sts-check explain POLICY_MAX_AGE_SHORT")
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code, in any case.")
    private @Nullable String code;

    @Override
    public Integer call() {
        CatalogueText text = new CatalogueText(Terminal.ofOutput());
        main.output().print(code == null ? text.list() : explain(code, text));
        return ExitCode.OK;
    }

    private static String explain(String name, CatalogueText text) {
        return IssueCodes.named(name)
                .map(text::explain)
                .or(() -> IssueCodes.named(DeviationCode.class, name).map(text::explain))
                .orElseThrow(() -> new UserError("unknown code: " + RemoteText.printable(name) + suggestion(name)));
    }

    private static String suggestion(String name) {
        List<String> near = Stream.concat(
                        IssueCodes.near(name).stream(), IssueCodes.near(DeviationCode.class, name).stream())
                .map(Enum::name)
                .toList();
        return near.isEmpty()
                ? "; 'mta-sts-check explain' lists the codes of issues"
                : "; did you mean " + String.join(" or ", near) + "?";
    }
}
