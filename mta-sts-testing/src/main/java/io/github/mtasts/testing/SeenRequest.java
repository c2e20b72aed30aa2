package io.github.mtasts.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as the policy host saw it.
 *
 * @param host the server name of the TLS handshake (SNI)
 * @param method the HTTP method
 * @param path the path asked for
 * @param headers the header fields, names in lower case
 * @param protocol {@code http/1.1} or {@code h2}
 * @param tls {@code TLSv1.3} or {@code TLSv1.2}
 */
public record SeenRequest(
        String host, String method, String path, Map<String, List<String>> headers, String protocol, String tls) {

    /** Rejects null, and copies the map. */
    public SeenRequest {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(tls, "tls");
        headers = Map.copyOf(headers);
    }

    /**
     * A header field.
     *
     * @param name in lower case
     * @return its first value; empty when it was not sent
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name"), List.of()).stream()
                .findFirst();
    }
}
