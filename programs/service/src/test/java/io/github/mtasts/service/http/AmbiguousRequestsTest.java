package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.StubService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two programs could read in two ways: a sentence, a closed connection, and no second request in the first. */
class AmbiguousRequestsTest {

    private static final StubService SERVICE = new StubService(1);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    static Stream<Arguments> requests() {
        String lint = "POST /v1/lint/policy HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
        String chunks = "\r\n0\r\n\r\n";
        return Stream.of(
                Arguments.of("more than one Origin", get("Origin: http://localhost\r\nOrigin: http://localhost\r\n")),
                Arguments.of("more than one Host", get("Host: localhost\r\n")),
                Arguments.of("more than one Host", get("Host: evil.example\r\n")),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: gzip, chunked\r\n" + chunks),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: chunked, gzip\r\n" + chunks),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: chunked, chunked\r\n" + chunks),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: gzip\r\n" + chunks),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: xchunked\r\n" + chunks),
                Arguments.of("chunked, once and alone", lint + "Transfer-Encoding: identity\r\n" + chunks),
                Arguments.of(
                        "chunked, once and alone",
                        lint + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n" + chunks),
                Arguments.of(
                        "both Transfer-Encoding and Content-Length",
                        lint + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + chunks),
                Arguments.of(
                        "both Transfer-Encoding and Content-Length",
                        lint + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n" + chunks),
                Arguments.of(
                        "HTTP/1.0 has no Transfer-Encoding",
                        lint.replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n" + chunks),
                Arguments.of(
                        "more than one Content-Length", lint + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
                Arguments.of("LF alone", get("X: y\n")),
                Arguments.of("LF alone", "GET /health/live HTTP/1.1\nHost: localhost\n\n"),
                Arguments.of("LF alone", get("X: y\r\n").replace("\r\n\r\n", "\r\n\n")),
                Arguments.of("continued on the next line", get("X: y\r\n z\r\n")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void itIsAProblemWithASentenceAndTheConnectionIsClosed(String sentence, String request) {
        try (RawConnection connection = new RawConnection(SERVICE.port())) {
            String answers = connection
                    .send(request + "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .readAll();

            assertThat(answers).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
            assertThat(answers).contains("Content-Type: application/problem+json\r\n", "Connection: close\r\n");
            Map<String, Object> problem = Json.readObject(
                    answers.substring(answers.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8));
            assertThat(problem).containsEntry("type", "/docs/problems#ambiguous-request");
            assertThat(String.valueOf(problem.get("detail"))).contains(sentence);
        }
    }

    private static String get(String headers) {
        return "GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }
}
