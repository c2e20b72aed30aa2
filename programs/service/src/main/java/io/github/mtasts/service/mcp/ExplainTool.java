package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.IssueCodes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code explain_issue}: an entry of the catalogue. */
final class ExplainTool implements Tool {

    static final String NAME = "explain_issue";
    private static final String CODE = "code";
    private static final String DESCRIPTION = """
            Explains the code of an issue from check_mta_sts or lint_policy: what it means, how to fix it, its RFC section, and \
            what senders report. Use it when the message and the remedy of an issue are not enough. The severity here is the \
            default; that of the issue itself takes precedence.""";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Explain an issue code";
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public boolean isOpenWorld() {
        return false;
    }

    @Override
    public CompletableFuture<Result> call(Map<String, @Nullable Object> given, Runnable charge) {
        IssueCode code =
                code(Arguments.of(given, CODE).text(CODE, "the code of an issue, such as POLICY_MAX_AGE_INVALID"));
        return CompletableFuture.completedFuture(new Result(IssueCodes.map(code), text(code)));
    }

    private static IssueCode code(String given) {
        return IssueCodes.named(given.strip()).orElseThrow(() -> Arguments.refused(unknown(given)));
    }

    private static String unknown(String given) {
        List<IssueCode> near = IssueCodes.near(given.strip());
        return "Unknown issue code \"" + RemoteText.escape(given) + "\". "
                + (near.isEmpty()
                        ? "Use a code that check_mta_sts or lint_policy returned."
                        : "Did you mean " + RemoteText.list(near) + "?");
    }

    private static String text(IssueCode code) {
        return code.name() + ": " + code.severity()
                + code.reference().map(rfc -> " (" + rfc + ")").orElse("") + ". " + code.meaning() + " Remedy: "
                + code.remedy()
                + code.resultType()
                        .map(type -> " Senders report it as " + type.text() + ".")
                        .orElse("");
    }
}
