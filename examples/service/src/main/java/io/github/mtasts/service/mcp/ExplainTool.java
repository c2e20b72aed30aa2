package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.options.IssueCodes;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code explain_issue}: an entry of the catalogue. */
final class ExplainTool implements ToolCall {

    static final String NAME = "explain_issue";
    private static final String CODE = "code";
    private static final String DESCRIPTION =
            """
            Explains the code of a finding of check_mta_sts or lint_policy: what it means, how to mend it, which RFC says so, \
            and what senders report. Use it when the message and the remedy of a finding are not enough. The finding's own \
            severity counts, not the usual one that stands here.""";

    static Tool tool(Schemas schemas) {
        return Tool.builder(NAME, schemas.input(NAME))
                .title("Explain a finding")
                .description(DESCRIPTION)
                .outputSchema(schemas.output(NAME))
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    @Override
    public CompletableFuture<CallToolResult> answer(McpTransportContext client, CallToolRequest request) {
        IssueCode code = code(Arguments.of(request.arguments(), CODE)
                .text(CODE, "the code of a finding, such as POLICY_MAX_AGE_INVALID"));
        return CompletableFuture.completedFuture(CallToolResult.builder()
                .structuredContent(map(code))
                .addTextContent(text(code))
                .build());
    }

    private static IssueCode code(String given) {
        return IssueCodes.named(given.strip()).orElseThrow(() -> Arguments.refused(unknown(given)));
    }

    private static String unknown(String given) {
        List<IssueCode> near = IssueCodes.near(given.strip());
        return "There is no finding \"" + RemoteText.escape(given) + "\". "
                + (near.isEmpty()
                        ? "Give a code that check_mta_sts or lint_policy has given."
                        : "Did you mean " + RemoteText.list(near) + "?");
    }

    private static Map<String, @Nullable Object> map(IssueCode code) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("severity", code.severity().name());
        map.put("meaning", code.meaning());
        map.put("remedy", code.remedy());
        map.put("rfc", code.reference().orElse(null));
        map.put("result_type", code.resultType().map(ResultType::text).orElse(null));
        return map;
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
