package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.ExitCode;
import io.github.mtasts.kit.Explanation;
import io.github.mtasts.kit.IssueCodes;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.kit.Version;
import io.github.mtasts.tlsrpt.DeviationCode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains the words of reports. */
@Command(
        name = "explain",
        description = "Explains a code: an issue, a verdict, advice, or a result type or deviation of a TLS report."
                + " Without a code, lists all issues.",
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

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            completionCandidates = Codes.class,
            description = "The code, in any case.")
    private @Nullable String code;

    @Override
    public Integer call() {
        CatalogueText text = new CatalogueText(Terminal.ofOutput());
        main.output().print(code == null ? text.list() : explain(code, text));
        return ExitCode.OK;
    }

    private static String explain(String name, CatalogueText text) {
        return Explanation.of(name)
                .or(() -> IssueCodes.named(DeviationCode.class, name).map(ExplainCommand::explanation))
                .map(text::explain)
                .orElseThrow(() -> new UserError("unknown code: " + RemoteText.printable(name) + suggestion(name)));
    }

    private static Explanation explanation(DeviationCode code) {
        return new Explanation(
                code.name(),
                "deviation",
                Optional.of(code.severity()),
                Optional.of(code.reference()),
                code.meaning(),
                Optional.of(code.remedy()),
                Optional.empty());
    }

    private static String suggestion(String name) {
        List<String> near = Stream.concat(
                        Explanation.near(name).stream(),
                        IssueCodes.near(DeviationCode.class, name).stream().map(Enum::name))
                .toList();
        return near.isEmpty()
                ? "; 'mta-sts-check explain' lists the codes of issues"
                : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** Every word that is explained, for completion. */
    private static final class Codes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Explanation.words(),
                            Stream.of(DeviationCode.values()).map(Enum::name))
                    .iterator();
        }
    }
}
