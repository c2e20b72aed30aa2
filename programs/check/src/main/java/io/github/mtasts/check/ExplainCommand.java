package io.github.mtasts.check;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.kit.Output;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.Version;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what a finding means, and how to mend it. */
@Command(
        name = "explain",
        description = "Says what a finding means and how to mend it; without a code, lists them all.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:there is no such code"},
        footerHeading = "%nExample:%n",
        footer = "  mta-sts-check explain POLICY_MAX_AGE_SHORT")
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "A finding's code; case does not count.")
    private @Nullable String code;

    @Override
    public Integer call() {
        CatalogueText text = new CatalogueText(Terminal.ofOutput());
        main.output().print(code == null ? text.list() : text.explain(find(code)));
        return ExitCode.OK;
    }

    private static IssueCode find(String name) {
        return IssueCodes.named(name)
                .orElseThrow(() -> new UserError("there is no finding " + Output.printable(name) + suggestion(name)));
    }

    private static String suggestion(String name) {
        List<String> near = IssueCodes.near(name).stream().map(IssueCode::name).toList();
        return near.isEmpty()
                ? "; 'mta-sts-check explain' lists them all"
                : "; did you mean " + String.join(" or ", near) + "?";
    }
}
