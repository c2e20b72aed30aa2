package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame of Streamable HTTP. */
class McpRoutesTest {

    private static final RunningService SERVICE = new RunningService();
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String JSON = "application/json";
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aRequestIsAnsweredWithoutASession() {
        ApiAnswer answer = client.post(
                "/mcp",
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(JSON);
        assertThat(answer.headers().map()).doesNotContainKey("mcp-session-id");
        assertThat(answer.body()).contains("\"protocolVersion\":\"2025-06-18\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"m\"}}"
            })
    void aNotificationAndAnAnswerAreAcceptedInSilence(String message) {
        ApiAnswer answer = client.post("/mcp", JSON, message);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | null | -32700 | it is empty",
                "garbage | null | -32700 | it is not JSON",
                "{\"jsonrpc\":\"2.0\" | null | -32700 | it is not JSON",
                "[{\"jsonrpc\": | null | -32700 | it is not JSON",
                "[] | null | -32600 | as a JSON object",
                "1 | null | -32600 | as a JSON object",
                "null | null | -32600 | as a JSON object",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | null | -32600 | batches are not supported",
                "{} | null | -32600 | jsonrpc must be",
                "{\"jsonrpc\":\"1.0\",\"id\":5,\"method\":\"ping\"} | 5 | -32600 | jsonrpc must be",
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\"} | \"a\" | -32600 | no method",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":1} | 5 | -32600 | method must be a string",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | null | -32600 | The id of a request",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | null | -32600 | The id of a request",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\",\"params\":\"x\"} | 5 | -32600 | params must be",
            })
    void whatIsNotAMessageGetsTheErrorOfJsonRpc(String message, String id, int code, String sentence) {
        ApiAnswer answer = client.post("/mcp", JSON, message);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",")
                .contains(sentence);
    }

    @Test
    void anUnknownMethodIsAnErrorOfJsonRpc() {
        ApiAnswer answer = client.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"resources/list\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":7", "\"code\":-32601");
    }

    @Test
    void paramsOfAnotherShapeAreAnErrorOfJsonRpc() {
        ApiAnswer answer =
                client.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":[1]}");

        assertThat(answer.body()).contains("\"id\":7", "\"code\":-32602", "whose members have names");
    }

    @Test
    void anotherMediaTypeThanJsonIsRefusedSoThatNoPageCanSendIt() {
        ApiAnswer answer = client.post("/mcp", "text/plain", PING);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aMessageOfMoreThan256KiBIsRefused() {
        String message = PING + " ".repeat(256 * 1024);

        assertThat(client.post("/mcp", JSON, message).status()).isEqualTo(413);
    }

    @Test
    void anotherProtocolVersionIsRefused() {
        ApiAnswer answer = client.send(client.request("/mcp")
                .header("Content-Type", JSON)
                .header("MCP-Protocol-Version", "1999-01-01")
                .POST(BodyPublishers.ofString(PING)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail")).contains("2025-11-25");
    }

    @Test
    void thereAreNoStreamsToOpenAndNoSessionsToEnd() {
        assertThat(client.get("/mcp").status()).isEqualTo(405);
        assertThat(client.send(client.request("/mcp").DELETE()).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080", "HTTP://LOCALHOST"})
    void pagesOfThisMachineMayCall(String origin) {
        assertThat(from(origin).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1.evil.example"
            })
    void pagesOfOthersMayNotCall(String origin) {
        ApiAnswer answer = from(origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json()).containsEntry("title", "Forbidden origin");
    }

    @Test
    void anotherHostIsMisdirected() throws IOException {
        assertThat(statusLine("evil.example")).isEqualTo("HTTP/1.1 421 Misdirected Request");
        assertThat(statusLine("LOCALHOST:1234")).isEqualTo("HTTP/1.1 200 OK");
    }

    private ApiAnswer from(String origin) {
        return client.send(client.request("/mcp")
                .header("Content-Type", JSON)
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(PING)));
    }

    private static String statusLine(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port())) {
            String request = "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + JSON
                    + "\r\nConnection: close\r\nContent-Length: " + PING.length() + "\r\n\r\n" + PING;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
