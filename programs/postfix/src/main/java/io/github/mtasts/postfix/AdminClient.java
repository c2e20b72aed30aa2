package io.github.mtasts.postfix;

import io.github.mtasts.kit.Converters;
import io.github.mtasts.kit.ServerAddress;
import io.github.mtasts.kit.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Option;

/** A client of the running server's admin interface. */
final class AdminClient {

    static final String DEFAULT = "127.0.0.1:8462";

    /** The option that names the server to ask. */
    static final class Address {

        @Option(
                names = "--admin",
                paramLabel = "ADDRESS:PORT",
                defaultValue = DEFAULT,
                converter = Converters.Listen.class,
                description = "Address and port of the running server's admin interface (default: " + DEFAULT + ").")
        @SuppressWarnings("NullAway.Init")
        private InetSocketAddress admin;

        AdminClient client() {
            return new AdminClient(admin);
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InetSocketAddress server;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    AdminClient(InetSocketAddress server) {
        this.server = server;
    }

    /** The page; a {@link UserError} when the request fails. */
    String get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** As {@link #get}, for a request that changes something. */
    String post(String path) {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A value, encoded for a query string. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private URI uri(String path) {
        return URI.create("http://" + ServerAddress.shown(server) + path);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new UserError(response.body().strip());
            }
            return response.body();
        } catch (IOException cause) {
            throw new UserError(
                    "no server answers at " + ServerAddress.shown(server)
                            + ": start it, or give its address with --admin",
                    cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", cause);
        }
    }
}
