package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.BrowserGuard;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.http.Body;
import io.github.mtasts.service.http.Exchange;
import io.github.mtasts.service.http.Router;
import io.github.mtasts.service.http.Routes;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code /mcp}: the tools over Streamable HTTP. It keeps no sessions and opens no streams, and no thread waits for a check. */
public final class McpRoutes implements Routes {

    private static final String JSON = "application/json";
    private static final String VERSION = "MCP-Protocol-Version";

    private final McpServer server;
    private final Access access;
    private final BrowserGuard guard;
    private final ProtectedResource resource;

    /**
     * Over the checks, for clients that are admitted.
     *
     * @param hosts the names by which clients reach the service, besides those of this machine
     * @param resource where clients get tokens
     * @param version of the program
     */
    public McpRoutes(Checks checks, Access access, List<String> hosts, ProtectedResource resource, String version) {
        this.server = new McpServer(checks, Clock.systemUTC(), version);
        this.access = access;
        this.guard = new BrowserGuard(hosts);
        this.resource = resource;
    }

    @Override
    public void addTo(Router router) {
        router.post("/mcp", this::answer);
        resource.addTo(router);
    }

    private void answer(Exchange exchange) {
        requireOwnPage(exchange);
        Client client = admitted(exchange);
        exchange.client(client);
        requireJson(exchange);
        requireVersion(exchange.header(VERSION));
        exchange.whenDone(
                Body.read(exchange, JsonRpc.MAX_OCTETS, "A message must not exceed " + JsonRpc.MAX_OCTETS + " octets.")
                        .thenCompose(message -> answer(message, client, exchange)),
                answer -> answer.sendTo(exchange));
    }

    private Client admitted(Exchange exchange) {
        try {
            return access.admit(exchange.headers(), exchange.peer());
        } catch (ProblemException refused) {
            throw resource.challenge(refused);
        }
    }

    private CompletableFuture<Answer> answer(byte[] message, Client client, Exchange exchange) {
        try {
            return server.answer(message, new Caller(client.name(), checks -> exchange.charge(access, checks)))
                    .thenApply(text -> new Answer(text.isPresent() ? 200 : 202, text));
        } catch (JsonRpc.Malformed malformed) {
            return CompletableFuture.completedFuture(new Answer(400, Optional.of(malformed.answer())));
        }
    }

    private record Answer(int status, Optional<String> json) {

        void sendTo(Exchange exchange) {
            json.ifPresentOrElse(
                    text -> exchange.send(status, JSON, text.getBytes(StandardCharsets.UTF_8)),
                    () -> exchange.empty(status));
        }
    }

    /** Keeps foreign pages in a user's browser from calling the tools. */
    private void requireOwnPage(Exchange exchange) {
        if (!guard.knows(exchange.header("Host"))) {
            throw refused(
                    ProblemKind.MISDIRECTED_REQUEST,
                    "The service does not accept this Host. Its operator can allow the name with --host.");
        }
        if (exchange.headers().getValuesList("Origin").stream().anyMatch(guard::isForeignOrigin)) {
            throw refused(ProblemKind.FORBIDDEN_ORIGIN, "Pages of this Origin must not call the tools.");
        }
    }

    /** A page can send other types across origins without asking first. */
    private static void requireJson(Exchange exchange) {
        if (!Body.mediaType(exchange).equals(JSON)) {
            throw refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the message as application/json.");
        }
    }

    private static void requireVersion(@Nullable String given) {
        if (given != null && !McpServer.VERSIONS.contains(given)) {
            throw refused(
                    ProblemKind.UNSUPPORTED_PROTOCOL_VERSION,
                    "Unsupported protocol version \"" + RemoteText.escape(given) + "\". " + VERSION + " must be one of "
                            + String.join(", ", McpServer.VERSIONS) + ".");
        }
    }

    private static ProblemException refused(ProblemKind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail));
    }
}
