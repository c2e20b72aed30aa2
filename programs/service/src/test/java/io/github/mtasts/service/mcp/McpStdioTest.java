package io.github.mtasts.service.mcp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.check.Checks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The tools on standard input and output. */
class McpStdioTest {

    private static final String CHECK = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"check_mta_sts\",\"arguments\":{\"domain\":\"example.org\"}}}\n";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n";

    @Test
    void callsUnderWayAreAnsweredAfterTheInputEnded() throws Exception {
        CompletableFuture<MtaStsReport> report = new CompletableFuture<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompletableFuture<String> written = new CompletableFuture<>();
        Thread server = new Thread(() -> {
            serve(domain -> report, CHECK, out);
            written.complete(out.toString(StandardCharsets.UTF_8));
        });
        server.start();
        Await.until("it comes", () -> !(server.isAlive() && server.getState() != Thread.State.WAITING));

        report.complete(MtaStsReport.of(Evidence.builder().domain("example.org").build(), Thresholds.recommended()));

        assertThat(written.get(30, SECONDS)).contains("\"id\":1", "\"domain\":\"example.org\"");
    }

    @Test
    void aSlowCheckHoldsUpNobodyElse() {
        CompletableFuture<MtaStsReport> report = new CompletableFuture<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                report.complete(
                        MtaStsReport.of(Evidence.builder().domain("example.org").build(), Thresholds.recommended()));
            }
        };

        serve(domain -> report, CHECK + PING, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .element(0)
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
    }

    @Test
    void afterALineThatIsNotAMessageComesTheNext() {
        assertThat(answers("garbage\n\n \r\n" + PING + "{".repeat(300 * 1024) + "\n" + PING.strip()))
                .hasSize(4)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).contains("\"code\":-32700");
                    assertThat(lines.get(1)).contains("\"id\":2,\"result\":{}");
                    assertThat(lines.get(2)).contains("\"code\":-32700");
                    assertThat(lines.get(3)).contains("\"id\":2,\"result\":{}");
                });
    }

    @Test
    void aLineOfMoreThan256KiBIsRefusedAlthoughItBeginsAsAMessage() {
        assertThat(answers(PING.strip() + " ".repeat(256 * 1024) + "\n"))
                .singleElement()
                .asString()
                .contains("\"code\":-32700");
    }

    @Test
    void anAnswerIsOneLineWithNothingInItThatDoesNotShow() {
        String line = answers("{\"jsonrpc\":\"2.0\",\"id\":\"a\\u2028\\u001b\\n\\u202e\",\"method\":\"ping\"}\n")
                .get(0);

        assertThat(line).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\\u2028\\u001B\\n\\u202e\",\"result\":{}}");
        assertThat(Json.readObject(line.getBytes(StandardCharsets.UTF_8))).containsEntry("id", "a\u2028\u001B\n\u202E");
    }

    @Test
    void aClientThatIsGoneIsNotAFailure() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        serve(domain -> new CompletableFuture<>(), PING, gone);
    }

    private static List<String> answers(String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serve(domain -> new CompletableFuture<>(), input, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void serve(
            Function<String, CompletableFuture<MtaStsReport>> checker, String input, OutputStream out) {
        Checks checks = new Checks(checker, 200, Ticker.systemTicker(), (report, time) -> {});
        McpServer server = new McpServer(checks, Clock.systemUTC(), "1");
        try {
            new McpStdio(server, out).serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
