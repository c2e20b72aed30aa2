package io.github.mtasts.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of a service on this machine, which takes no answer that the service does not declare. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final int port;

    public ApiClient(int port) {
        this.port = port;
    }

    public ApiAnswer get(String path) {
        return send(request(path));
    }

    public ApiAnswer post(String path, String mediaType, String body) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(DEADLINE);
    }

    public ApiAnswer send(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.build();
            HttpResponse<String> response = HTTP.send(built, BodyHandlers.ofString());
            ApiAnswer answer = new ApiAnswer(response.statusCode(), response.headers(), response.body());
            ApiContract.check(built.method(), built.uri().getRawPath(), answer);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
