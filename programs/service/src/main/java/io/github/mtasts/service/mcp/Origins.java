package io.github.mtasts.service.mcp;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps the pages of strangers in a user's browser from calling the tools (DNS rebinding). */
final class Origins {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final DefaultServerTransportSecurityValidator validator;

    /** Names of this machine, and these, at any port. */
    Origins(List<String> hosts) {
        List<String> names = Stream.concat(
                        THIS_MACHINE.stream(), hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)))
                .toList();
        validator = DefaultServerTransportSecurityValidator.builder()
                .allowedHosts(names.stream().map(name -> name + ":*").toList())
                .allowedOrigins(names.stream()
                        .flatMap(name -> Stream.of("http://" + name + ":*", "https://" + name + ":*"))
                        .toList())
                .build();
    }

    /** A problem when the request comes from elsewhere, or to another name. */
    void require(HttpServletRequest request) {
        try {
            validator.validate(new Headers(request));
        } catch (ServerTransportSecurityException refused) {
            throw new ProblemException(
                    refused.getStatusCode() == 421
                            ? Problem.of(
                                    421,
                                    "Misdirected request",
                                    "The service is not known by the name in Host. Its operator can start it with --host and this name.")
                            : Problem.of(403, "Forbidden origin", "Pages of this Origin may not call the tools."));
        }
    }

    /** In lower case, as names compare. */
    private record Headers(HttpServletRequest request) implements HeaderAccessor {

        @Override
        public List<String> getHeader(String name) {
            return Collections.list(request.getHeaders(name)).stream()
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .toList();
        }

        @Override
        public List<String> getHeaderNames() {
            return Collections.list(request.getHeaderNames());
        }
    }
}
