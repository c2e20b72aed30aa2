package io.github.mtasts.service.mcp;

import io.github.mtasts.kit.JsonText;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The SDK's server as a function from message to answer, for whatever carries them. Thread-safe. */
final class JsonRpc implements McpStatelessServerTransport {

    static final int MAX_OCTETS = 256 * 1024;

    private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();

    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler server) {
        handler = server;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /**
     * Answers a message.
     *
     * @param octets one message as JSON
     * @param client what the transport knows of who sent it
     * @return the answer as one line of JSON; empty for a message that has none
     * @throws MalformedMessage when it is no message
     */
    CompletableFuture<Optional<String>> answer(byte[] octets, McpTransportContext client) throws MalformedMessage {
        JSONRPCMessage message = read(octets);
        McpStatelessServerHandler server = Objects.requireNonNull(handler, "handler");
        if (message instanceof JSONRPCRequest request) {
            return Mono.defer(() -> server.handleRequest(client, request))
                    .onErrorResume(error -> Mono.just(refusal(request, error)))
                    .map(response -> Optional.of(write(inOurWords(request, response))))
                    .toFuture();
        }
        if (message instanceof JSONRPCNotification notification) {
            return Mono.defer(() -> server.handleNotification(client, notification))
                    .thenReturn(Optional.<String>empty())
                    .toFuture();
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static JSONRPCMessage read(byte[] octets) throws MalformedMessage {
        try {
            return McpSchema.deserializeJsonRpcMessage(JSON, new String(octets, StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException notJson) {
            throw new MalformedMessage(notJson);
        }
    }

    /** What the SDK did not expect, it tells in the words of the exception. */
    private static JSONRPCResponse inOurWords(JSONRPCRequest request, JSONRPCResponse response) {
        boolean unexpected = response.error() != null && response.error().code() == ErrorCodes.INTERNAL_ERROR;
        return unexpected ? otherParams(request) : response;
    }

    private static JSONRPCResponse refusal(JSONRPCRequest request, Throwable error) {
        return error instanceof McpError refused
                ? JSONRPCResponse.error(request.id(), refused.getJsonRpcError())
                : otherParams(request);
    }

    private static JSONRPCResponse otherParams(JSONRPCRequest request) {
        return JSONRPCResponse.error(
                request.id(), new JSONRPCError(ErrorCodes.INVALID_PARAMS, "The params are not those of this method."));
    }

    private static String write(JSONRPCResponse response) {
        try {
            return JsonText.visible(JSON.writeValueAsString(response));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
