package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiContract;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.StubService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are broken, too large or given up: each has its problem, and the next client does not notice. */
class RoughClientsTest {

    private static final String BATCH = "/v1/security/mta-sts/batch";
    private static final String HEAD_OF_LINT =
            "POST /v1/lint/policy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private final StubService service = new StubService(200);

    @AfterEach
    void stop() {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
        Await.until("the service is stopped", () -> {
            service.endAll();
            return stopped.isDone();
        });
    }

    @Test
    void aHugeHeaderIsAProblem() {
        assertProblem(
                431, answerTo("GET /v1/issues HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9000) + "\r\n\r\n"));
    }

    @Test
    void aHugePathIsAProblem() {
        assertProblem(414, answerTo("GET /v1/issues/" + "x".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    @Test
    void aMalformedRequestIsAProblem() {
        assertProblem(400, answerTo("HELLO\r\n\r\n"));
        assertProblem(400, answerTo("GET /v1/issues HTTP/1.1\r\nConnection: close\r\n\r\n"));
        assertProblem(400, answerTo("GET /v1/issues/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assertProblem(400, answerTo(HEAD_OF_LINT + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n"));
    }

    @Test
    void aBodyInChunksIsBoundedToo() {
        assertProblem(
                413,
                answerTo(HEAD_OF_LINT + "Transfer-Encoding: chunked\r\n\r\n" + chunk(65_000) + chunk(537)
                        + "0\r\n\r\n"));
        assertProblem(
                413, answerTo(HEAD_OF_LINT + "Transfer-Encoding: chunked\r\n\r\n" + chunk(300_000) + "0\r\n\r\n"));
    }

    @Test
    void aBodyOfTinyChunksCostsNoMoreThanItsOctets() {
        String chunks = "1\r\nx\r\n".repeat(60_000);

        assertThat(answerTo(HEAD_OF_LINT + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyIsNotAwaitedFromAClientThatIsNotAdmitted() {
        assertProblem(
                421,
                answerTo("POST /v1/lint/policy HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                        + "Content-Length: 100\r\n\r\nversion: "));
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsNotAwaited() {
        assertProblem(413, answerTo(HEAD_OF_LINT + "Content-Length: 2000000000\r\nExpect: 100-continue\r\n\r\n"));
    }

    @Test
    void halfARequestKeepsNobodyWaiting() {
        try (RawConnection half = new RawConnection(service.port())) {
            half.send(HEAD_OF_LINT + "Content-Length: 100\r\n\r\nversion: ");

            assertThat(service.client().get("/v1/issues").status()).isEqualTo(200);
            assertThat(half.sendNoMore().readAll()).doesNotContain(" 200 ", " 500 ");
        }
    }

    @Test
    void noMoreThanTwoBatchesOfAClientAreUnderWay() {
        try (RawConnection first = batch(1000);
                RawConnection second = batch(1000)) {
            first.readUntil("\r\n\r\n");
            second.readUntil("\r\n\r\n");
            var refused = service.client().post(BATCH, "text/plain", "third.example");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            first.vanish();
            second.vanish();
            endAllUntilABatchIsTaken();
        }
    }

    @Test
    void nothingMoreIsBegunForAClientThatVanished() {
        RawConnection first = batch(1000);
        RawConnection second = batch(1000);
        first.readUntil("\r\n\r\n");
        second.readUntil("\r\n\r\n");
        first.vanish();
        second.vanish();

        assertThat(endAllUntilABatchIsTaken()).isLessThan(200);
    }

    @Test
    void aLineComesWhileOtherChecksAreUnderWay() {
        try (RawConnection client = batch(2)) {
            service.awaitCheck().end();

            assertThat(client.readUntil("}\n")).startsWith("HTTP/1.1 200 ").contains("\"verdict\"");
            service.awaitCheck().end();
            assertThat(client.readAll()).contains("{\"done\":2}\n").endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aStreamThatAMistakeOfOursCutsShortDoesNotLookComplete() {
        try (RawConnection client = batch(2)) {
            service.awaitCheck().end();
            client.readUntil("}\n");
            service.awaitCheck().report().completeExceptionally(new IllegalStateException("a mistake"));

            assertThat(client.readAll()).doesNotContain("0\r\n\r\n", "done", "mistake");
        }
    }

    private RawConnection batch(int domains) {
        String body = Json.write(Map.of(
                "domains",
                IntStream.range(0, domains)
                        .mapToObj(i -> "d" + i + "x" + System.nanoTime() + ".example")
                        .toList()));
        return new RawConnection(service.port())
                .send("POST " + BATCH
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Gives how many checks were begun until then. */
    private int endAllUntilABatchIsTaken() {
        int ended = 0;
        for (int status = 429; status == 429; ) {
            CompletableFuture<ApiAnswer> next =
                    CompletableFuture.supplyAsync(() -> service.client().post(BATCH, "text/plain", "next.example"));
            while (!next.isDone()) {
                ended += service.endAll();
            }
            status = next.join().status();
        }
        return ended;
    }

    private String answerTo(String request) {
        try (RawConnection connection = new RawConnection(service.port())) {
            return connection.send(request).readAll();
        }
    }

    private static void assertProblem(int status, String answer) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        int body = answer.indexOf("\r\n\r\n");
        assertThat(answer.substring(0, body))
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("jetty", "javalin");
        ApiContract.validate("/components/schemas/Problem", answer.substring(body + 4));
        assertThat(answer.substring(body)).doesNotContainIgnoringCase("jetty", "exception", "xxx");
    }

    private static String chunk(int octets) {
        return Integer.toHexString(octets) + "\r\n" + "x".repeat(octets) + "\r\n";
    }
}
