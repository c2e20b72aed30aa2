package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.StubService;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More calls under way than the server has threads. */
class McpCrowdTest {

    private static final int CALLS = 300;

    @Test
    void noThreadWaitsForACheck() {
        try (StubService service = new StubService(2 * CALLS)) {
            HttpClient http = HttpClient.newHttpClient();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CALLS)
                    .mapToObj(i -> http.sendAsync(
                            service.client()
                                    .request("/mcp")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(call(i + ".example")))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();
            List<StubService.Begun> checks = IntStream.range(0, CALLS)
                    .mapToObj(i -> service.awaitCheck())
                    .toList();

            ApiAnswer meanwhile = post(service.client(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

            assertThat(meanwhile.status()).isEqualTo(200);
            checks.forEach(StubService.Begun::end);
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.join().body()).contains("\"isError\":false", "\"verdict\":\"ABSENT\""));
        }
    }

    @Test
    void oneCallTooManyGetsRetryAfter() {
        try (StubService service = new StubService(2)) {
            HttpClient http = HttpClient.newHttpClient();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> http.sendAsync(
                            service.client()
                                    .request("/mcp")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(call(i + ".example")))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();

            Object refused = CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                    .join();

            assertThat(((HttpResponse<?>) refused).body())
                    .asString()
                    .contains("\"isError\":true", "Call this tool again in a few seconds.");
            IntStream.range(0, 5).forEach(i -> service.awaitCheck().end());
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    private static ApiAnswer post(ApiClient client, String message) {
        return client.post("/mcp", "application/json", message);
    }

    private static String call(String domain) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"check_mta_sts\",\"arguments\":{\"domain\":\"" + domain + "\"}}}";
    }
}
