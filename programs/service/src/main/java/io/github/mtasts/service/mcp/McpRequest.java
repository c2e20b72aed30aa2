package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.http.Body;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;
import io.modelcontextprotocol.spec.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request of Streamable HTTP. */
final class McpRequest {

    private McpRequest() {}

    /** The message in it, once it is there; a problem says what is wrong with its frame. */
    static CompletableFuture<byte[]> message(Context context, List<String> versions) {
        requireJson(context.contentType());
        requireVersion(context.header(HttpHeaders.PROTOCOL_VERSION), versions);
        return Body.read(context, JsonRpc.MAX_OCTETS, "A message has at most " + JsonRpc.MAX_OCTETS + " octets.");
    }

    /** A page can send other types across origins without asking first. */
    private static void requireJson(@Nullable String given) {
        String type = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw refused(415, "Unsupported media type", "Send a message as application/json.");
        }
    }

    private static void requireVersion(@Nullable String given, List<String> versions) {
        if (given != null && !versions.contains(given)) {
            throw refused(
                    400,
                    "Unsupported protocol version",
                    "\"" + RemoteText.escape(given) + "\" is not spoken here. " + HttpHeaders.PROTOCOL_VERSION
                            + " is one of " + String.join(", ", versions) + ".");
        }
    }

    private static ProblemException refused(int status, String title, String detail) {
        return new ProblemException(Problem.of(status, title, detail));
    }
}
