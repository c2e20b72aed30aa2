package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for the pages of the operator, and how: raw HTTP, since no client sends what an attacker makes one send. */
class AdminServerTest {

    private final MtaStsWorld world = MtaStsWorld.start();
    private Service service;

    @BeforeEach
    void start() {
        service = new Service(ServiceTest.settings(world, Optional.empty()));
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8462", "localhost:8462", "localhost", "[::1]:8462", "127.1.2.3:1"})
    void aLoopbackHostMayAsk(String host) throws IOException {
        assertThat(status("GET /dump", "Host: " + host)).isEqualTo(200);
    }

    // DNS rebinding: a name of a stranger that points to this machine
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8462",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "192.0.2.1:8462",
                "localhost:8462:1",
                ""
            })
    void anyOtherHostMayNot(String host) throws IOException {
        assertThat(status("GET /dump", "Host: " + host)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Host: 127.0.0.1"})
    void aWebPageMayNot(String header) throws IOException {
        assertThat(status("POST /purge?all", "Host: 127.0.0.1", header)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /purge?all, 404",
        "POST /purge, 400",
        "POST /purge?all=, 400",
        "POST /purge?everything, 400",
        "POST /dump, 404",
        "GET /, 404",
        "GET /metrics/, 404",
        "DELETE /dump, 404",
        "GET /metrics, 200",
        "GET /health/ready, 200"
    })
    void eachPageHasItsMethod(String request, int status) throws IOException {
        assertThat(status(request, "Host: 127.0.0.1")).isEqualTo(status);
    }

    @Test
    void whatIsNotUtf8IsNotADomain() throws IOException {
        assertThat(status("GET /query?domain=%FF%00", "Host: 127.0.0.1")).isEqualTo(200);
    }

    private int status(String request, String... headers) throws IOException {
        try (Socket socket = new Socket(
                service.adminAddress().getAddress(), service.adminAddress().getPort())) {
            String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
