package io.github.mtasts.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.StubService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once, and some who never come to an end: nobody else waits for them. */
class CrowdTest {

    private static final int AT_ONCE = 200;
    private static final int WAITING = 4 * AT_ONCE;
    private static final String CHECK = "/v1/security/mta-sts?domain=";

    @Test
    void aThousandAtOnceAreAllAnsweredAndOneMoreGetsRetryAfter() {
        try (StubService service = new StubService(2 * AT_ONCE)) { // one client alone has half
            List<CompletableFuture<HttpResponse<String>>> answers = crowd(service, AT_ONCE + WAITING);
            Await.until("all wait", () -> service.checks().waiting() == WAITING);

            assertThat(service.checks().underWay()).isEqualTo(AT_ONCE);
            ApiAnswer oneMore = service.client().get(CHECK + "one-more.example");
            assertThat(oneMore.status()).isEqualTo(503);
            assertThat(oneMore.header("Retry-After")).isEqualTo("5");
            assertThat(service.client().get("/health/live").status()).isEqualTo(200);

            assertThat(service.checks().check("another", "another.example", false))
                    .isNotDone();
            assertThat(service.checks().underWay()).isEqualTo(AT_ONCE + 1);

            answers.forEach(answer -> service.awaitCheck().end());
            service.awaitCheck().end();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(service.checks().underWay()).isZero();
            assertThat(service.checks().waiting()).isZero();
        }
    }

    @Test
    void clientsThatNeverFinishTheirRequestsKeepNobodyWaiting() throws IOException {
        try (StubService service = new StubService(AT_ONCE)) {
            List<Socket> half = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                half.add(sends(service, "GET " + CHECK + "example.org HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "));
                half.add(
                        sends(
                                service,
                                "POST /v1/security/mta-sts HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ndomain="));
            }
            Await.until("all are connected", () -> connections(service) >= 600);

            assertThat(service.client().get("/health/live").status()).isEqualTo(200);
            for (Socket socket : half) {
                socket.close();
            }
            Await.until("the connections are gone", () -> connections(service) < 10);
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNothingBehind() throws IOException {
        try (StubService service = new StubService(AT_ONCE)) {
            Socket socket = sends(service, "GET " + CHECK + "example.org HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            StubService.Begun check = service.awaitCheck();
            socket.close();
            check.end();

            Await.until("the check has ended", () -> service.checks().underWay() == 0);
            Await.until("the connections are gone", () -> connections(service) < 10);
            assertThat(service.client().get("/health/live").status()).isEqualTo(200);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> crowd(StubService service, int size) {
        HttpClient client = HttpClient.newHttpClient();
        return IntStream.range(0, size)
                .mapToObj(number -> {
                    HttpRequest request = service.client()
                            .request(CHECK + number + ".example")
                            .build();
                    return client.sendAsync(request, BodyHandlers.ofString());
                })
                .toList();
    }

    private static Socket sends(StubService service, String octets) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.getOutputStream().write(octets.getBytes(US_ASCII));
        return socket;
    }

    private static int connections(StubService service) {
        return service.metrics()
                .page()
                .lines()
                .filter(line -> line.startsWith("mta_sts_http_connections "))
                .mapToInt(line -> (int) Double.parseDouble(line.split(" ", 2)[1]))
                .sum();
    }
}
