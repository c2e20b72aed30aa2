package io.github.mtasts.service.mcp;

import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.http.Attributes;
import io.github.mtasts.service.http.Routes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.modelcontextprotocol.common.McpTransportContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /mcp}: the tools over Streamable HTTP. It keeps no sessions and opens no streams, and no thread waits for a
 * check, which the SDK's own servlets do not offer.
 */
public final class McpRoutes implements Routes {

    private static final String PATH = "/mcp";
    private static final String CLIENT = "client";

    private final JsonRpc rpc;
    private final Access access;
    private final Origins origins;

    /**
     * Over the checks, for those who may ask.
     *
     * @param hosts the names by which clients reach the service, besides those of this machine
     * @param version of the program
     */
    public McpRoutes(Checks checks, Access access, List<String> hosts, String version) {
        this.rpc = McpTools.serve(checks, client -> access.charge(client(client), 1), Clock.systemUTC(), version);
        this.access = access;
        this.origins = new Origins(hosts);
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.post(PATH, this::answer);
        config.routes.exception(MalformedMessage.class, (malformed, context) -> context.status(400)
                .contentType("application/json")
                .result(MalformedMessage.answer()));
    }

    private void answer(Context context) {
        origins.require(context.req());
        Client client = access.admit(context.req());
        Attributes.client(context, client);
        McpTransportContext caller = McpTransportContext.create(Map.of(CLIENT, client));
        context.future(() -> McpRequest.message(context, rpc.protocolVersions())
                .thenCompose(message -> rpc.answer(message, caller))
                .thenAcceptAsync(text -> write(context, text), Attributes.threads(context)));
    }

    private static void write(Context context, Optional<String> answer) {
        answer.ifPresentOrElse(
                text -> context.status(200).contentType("application/json").result(text), () -> context.status(202));
    }

    private static Client client(McpTransportContext context) {
        return (Client) Objects.requireNonNull(context.get(CLIENT), CLIENT);
    }
}
