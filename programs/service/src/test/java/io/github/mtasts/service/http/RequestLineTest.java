package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that each request leaves in the log. */
class RequestLineTest {

    @Test
    void aRequestLineHasTheRequestAndItsResult() {
        assertThat(log("/v1/security/mta-sts?domain=Enforced.EXAMPLE."))
                .singleElement()
                .asString()
                .contains(" request method=GET route=/v1/security/mta-sts status=200 octets=")
                .contains(" client=127.0.0.1 key=- domain=enforced.example verdict=ENFORCED");
    }

    @Test
    void aRequestLineHasNoTextOfAClient() {
        assertThat(log("/v1/security/mta-sts?domain=evil%0Aforged&evil=evil"))
                .singleElement()
                .asString()
                .contains("status=400")
                .contains("domain=- verdict=-")
                .doesNotContain("evil", "forged");
        assertThat(log("/evil/path"))
                .singleElement()
                .asString()
                .contains("route=none status=404")
                .doesNotContain("evil");
    }

    @Test
    void theOctetsAreThoseThatWereSent() {
        List<Integer> octets = new ArrayList<>(List.of(0));
        assertThat(logOf(service -> {
                    ApiClient client = service.client();
                    client.send(client.request("/health/live").method("HEAD", BodyPublishers.noBody()));
                    octets.add(client.get("/docs/guide").body().getBytes(StandardCharsets.UTF_8).length);
                    client.send(client.request("/docs/guide").header("Accept-Encoding", "gzip"));
                }))
                .extracting(line -> Integer.valueOf(line.replaceAll(".* octets=(\\d+) .*", "$1")))
                .satisfiesExactly(
                        head -> assertThat(head).isEqualTo(octets.get(0)),
                        plain -> assertThat(plain).isEqualTo(octets.get(1)),
                        compressed -> assertThat(compressed).isBetween(1000, octets.get(1) / 2));
    }

    @Test
    void aRequestLineHasNoKey() {
        assertThat(logOf(service -> service.client()
                        .send(service.client()
                                .request("/v1/security/mta-sts?domain=enforced.example")
                                .header("Authorization", "Bearer mtasts_secret-secret-secret"))))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void aRequestLineDoesNotRepeatAnUnknownMethod() {
        assertThat(logOf(service -> service.client()
                        .send(service.client().request("/v1/issues").method("EVIL", BodyPublishers.noBody()))))
                .singleElement()
                .asString()
                .contains("method=other")
                .doesNotContain("EVIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT /evil?x=\u009b31m HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: evil:9:9\r\n\r\n",
                "EVIL\r\n\r\n",
                "GET /evil%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void noLineOfTheServerRepeatsWhatARequestHolds(String request) {
        assertThat(allOf(service -> {
                    try (RawConnection connection = new RawConnection(service.port())) {
                        connection.send(request).readUntil("\r\n\r\n");
                    }
                }))
                .doesNotContain("evil", "EVIL", "\u009b");
    }

    private static List<String> log(String path) {
        return logOf(service -> service.client().get(path));
    }

    private static List<String> logOf(Consumer<RunningService> requests) {
        return allOf(requests)
                .lines()
                .filter(line -> line.contains(" request "))
                .toList();
    }

    private static String allOf(Consumer<RunningService> requests) {
        PrintStream before = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try (RunningService service = new RunningService()) {
            requests.accept(service);
        } finally {
            System.setErr(before);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }
}
