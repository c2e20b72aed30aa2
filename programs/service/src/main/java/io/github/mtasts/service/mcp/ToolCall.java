package io.github.mtasts.service.mcp;

import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.http.Bug;
import io.github.mtasts.service.problem.ProblemException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What a tool does when it is called. */
@FunctionalInterface
interface ToolCall {

    Logger LOG = LoggerFactory.getLogger(ToolCall.class);

    /** Throws, or completes with, a {@link ProblemException} for a mistake of the caller. */
    CompletableFuture<CallToolResult> answer(McpTransportContext client, CallToolRequest request);

    /** The tool as the SDK takes it: mistakes become results, which a model reads. */
    static AsyncToolSpecification specification(Tool tool, ToolCall call) {
        return new AsyncToolSpecification(
                tool, (client, request) -> Mono.defer(() -> Mono.fromFuture(call.answer(client, request)))
                        .onErrorResume(error -> Mono.just(refusal(error))));
    }

    private static CallToolResult refusal(Throwable error) {
        return CallToolResult.builder()
                .addTextContent(sentence(error))
                .isError(true)
                .build();
    }

    private static String sentence(Throwable error) {
        if (error instanceof ProblemException problem) {
            return problem.problem().detail();
        }
        if (error instanceof BusyException) {
            return "Too many checks are under way. Call this tool again in some seconds.";
        }
        LOG.error("a tool failed: {}", Bug.describe(error));
        return "The tool failed, and it is not your fault: this is a bug of the server.";
    }
}
