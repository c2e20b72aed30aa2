package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.StubService;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Many domains in one request. */
class BatchRouteTest {

    private static final String BATCH = "/v1/security/mta-sts/batch";
    private static final String JSON = "application/json";
    private static final RunningService SERVICE = new RunningService();
    private final ApiClient client = SERVICE.client();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void everyDomainHasALineWithItsReport() {
        ApiAnswer answer = batch(List.of("enforced.example", "testing.example", "servfail.example"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(lines(answer))
                .extracting(line -> line.get("domain") + " " + line.get("verdict"))
                .containsExactlyInAnyOrder(
                        "enforced.example ENFORCED", "testing.example TESTING", "servfail.example UNDETERMINED");
    }

    @Test
    void aLineSaysLastWhichEntryItAnswers() {
        Map<String, Object> line = lines(batch(List.of(" Enforced.EXAMPLE. "))).get(0);

        assertThat(line).containsEntry("domain", "enforced.example").containsEntry("input", " Enforced.EXAMPLE. ");
        assertThat(line.keySet()).last().isEqualTo("input");
    }

    @Test
    void anInvalidDomainHasALineLikeOthers() {
        String garbage = "x".repeat(10_000);

        assertThat(lines(batch(List.of(garbage, "", "192.0.2.1", "enforced.example"))))
                .extracting(line -> line.get("input") + " " + line.get("verdict"))
                .containsExactlyInAnyOrder(
                        garbage + " UNDETERMINED",
                        " UNDETERMINED",
                        "192.0.2.1 UNDETERMINED",
                        "enforced.example ENFORCED");
    }

    @Test
    void aDomainThatStandsTwiceIsAnsweredTwice() {
        assertThat(lines(batch(List.of("enforced.example", "enforced.example"))))
                .hasSize(2);
    }

    @Test
    void aThousandDomainsAreTaken() {
        assertThat(lines(batch(Collections.nCopies(1000, "enforced.example")))).hasSize(1000);
    }

    @Test
    void moreThanAThousandOrNoneAreRefused() {
        assertRefused(client.post(BATCH, JSON, request(Collections.nCopies(1001, "a.example"))), "1001 domains");
        assertRefused(client.post(BATCH, JSON, request(List.of())), "0 domains");
    }

    @Test
    void aListOfLinesIsReadAsTheCommandLineReadsIt() {
        ApiAnswer answer = client.post(BATCH, "text/plain", "# ours\r\nenforced.example\r\n\n testing.example\n");

        assertThat(lines(answer))
                .extracting(line -> line.get("input"))
                .containsExactlyInAnyOrder("enforced.example", "testing.example");
    }

    @Test
    void asCsvTheAnswerHasARowForEachEntryInTheirOrderAndIsWhole() {
        ApiAnswer answer = client.send(client.request(BATCH)
                .header("Content-Type", "text/plain")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString("testing.example\n=cmd()\nservfail.example\ntesting.example\n")));

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8;header=present");
        assertThat(answer.header("Content-Length"))
                .isEqualTo(String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(answer.body().lines())
                .extracting(line -> line.split(",", 2)[0])
                .containsExactly("input", "testing.example", "'=cmd()", "servfail.example", "testing.example");
    }

    @Test
    void whoTakesEitherGetsLinesOfJson() {
        ApiAnswer answer = client.send(client.request(BATCH)
                .header("Content-Type", "text/plain")
                .header("Accept", "text/csv, application/x-ndjson")
                .POST(BodyPublishers.ofString("testing.example\n")));

        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    }

    @Test
    void freshLooksAnew() {
        try (StubService stub = new StubService(1)) {
            for (String path : List.of(BATCH, BATCH + "?fresh=true")) {
                CompletableFuture<ApiAnswer> answer = CompletableFuture.supplyAsync(
                        () -> stub.client().post(path, JSON, request(List.of("example.org"))));
                stub.awaitCheck().end();
                assertThat(lines(answer.join())).hasSize(1);
            }
            assertThat(stub.client()
                            .post(BATCH, JSON, request(List.of("example.org")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theAnswerIsNotCompressed() {
        ApiAnswer answer = client.send(client.request(BATCH)
                .header("Content-Type", JSON)
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofString(request(Collections.nCopies(100, "enforced.example")))));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(lines(answer)).hasSize(100);
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertRefused(client.post(BATCH, JSON, "{\"domains\":\n [\"a.example\",]}"), "line 2, column");
        assertRefused(client.post(BATCH, JSON, "[\"a.example\"]"), "not one JSON object");
        assertRefused(client.post(BATCH, JSON, "{\"domains\": [\"a.example\"]} {}"), "not one JSON object");
        assertRefused(
                client.post(BATCH, JSON, "{\"domains\": [\"a.example\"], \"domains\": []}"), "not one JSON object");
        assertRefused(client.post(BATCH, JSON, "[".repeat(100_000)), "not one JSON object");
    }

    @Test
    void membersOfOtherTypesAreRefusedByName() {
        assertRefused(client.post(BATCH, JSON, "{\"domains\": \"a.example\"}"), "domains is not an array");
        assertRefused(client.post(BATCH, JSON, "{\"domains\": [\"a.example\", 7]}"), "domains[1] is not a string");
        assertRefused(client.post(BATCH, JSON, "{\"domains\": [null]}"), "domains[0] is not a string");
        assertRefused(
                client.post(BATCH, JSON, "{\"domain\": [\"a.example\"]}"),
                "The only member of the object must be domains");
    }

    @Test
    void otherMediaTypesAreRefused() {
        assertThat(client.post(BATCH, "application/xml", "<domains/>").status()).isEqualTo(415);
    }

    private ApiAnswer batch(List<String> domains) {
        return client.post(BATCH, JSON, request(domains));
    }

    private static String request(List<String> domains) {
        return Json.write(Map.of("domains", domains));
    }

    /** The lines of the domains, before the one that says how many they are. */
    private static List<Map<String, Object>> lines(ApiAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<Map<String, Object>> lines = answer.body()
                .lines()
                .map(line -> Json.readObject(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        int last = lines.size() - 1;
        assertThat(lines.get(last)).isEqualTo(Map.of("done", last));
        return lines.subList(0, last);
    }

    private static void assertRefused(ApiAnswer answer, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.json().get("detail")).contains(reason);
    }
}
