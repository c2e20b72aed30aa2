package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.Explanation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code explain_issue}: what a word of a report means. */
final class ExplainTool implements Tool {

    static final String NAME = "explain_issue";
    private static final String CODE = "code";
    private static final String DESCRIPTION = """
            Explains the code of an issue from check_mta_sts or lint_policy: what it means, how to fix it, its RFC section, and \
            what senders report. Also explains verdicts, advice codes and the result types of TLS reports. Use it when the \
            message and the remedy of an issue are not enough. The severity here is the default; that of the issue itself \
            takes precedence.""";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Explain a code";
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
    public CompletableFuture<Result> call(Map<String, @Nullable Object> given, Caller caller) {
        String code = Arguments.of(given, CODE)
                .text(CODE, "a code, such as POLICY_MAX_AGE_INVALID")
                .strip();
        Explanation explanation = Explanation.of(code).orElseThrow(() -> Arguments.refused(unknown(code)));
        return CompletableFuture.completedFuture(new Result(explanation.toMap(), text(explanation)));
    }

    private static String unknown(String given) {
        List<String> near = Explanation.near(given);
        return "Unknown code \"" + RemoteText.escape(given) + "\". "
                + (near.isEmpty()
                        ? "Use a code that check_mta_sts or lint_policy returned."
                        : "Did you mean " + RemoteText.list(near) + "?");
    }

    private static String text(Explanation code) {
        return code.word() + ": " + code.severity().map(Severity::name).orElse(code.kind())
                + code.reference().map(rfc -> " (" + rfc + ")").orElse("") + ". " + code.meaning()
                + code.remedy().map(remedy -> " Remedy: " + remedy).orElse("")
                + code.resultType()
                        .map(type -> " Senders report it as " + type.text() + ".")
                        .orElse("");
    }
}
