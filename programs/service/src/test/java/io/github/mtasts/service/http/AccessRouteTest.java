package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.access.KeyFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Access and its limits, over HTTP. */
@Timeout(60)
class AccessRouteTest {

    private static final String CHECK = "/v1/security/mta-sts?domain=enforced.example";

    @TempDir
    private Path folder;

    @Test
    void aKeyIsNeededWhereThereIsAKeyFile() {
        Path keys = folder.resolve("keys");
        String key = new KeyFile(keys).add("alice", Instant.EPOCH);
        try (RunningService service = new RunningService(keys)) {
            ApiAnswer missing = service.client().get(CHECK);
            ApiAnswer wrong = ask(service, "Bearer " + key.toLowerCase(Locale.ROOT) + "x");

            assertThat(missing.status()).isEqualTo(401);
            assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mta-sts\"");
            assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mta-sts\", error=\"invalid_token\"");
            assertThat(ask(service, "Bearer " + key).status()).isEqualTo(200);
            assertThat(service.client().get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void aRevokedKeyStopsWorkingWhileTheServiceRuns() {
        Path keys = folder.resolve("keys");
        String alice = new KeyFile(keys).add("alice", Instant.EPOCH);
        String bob = new KeyFile(keys).add("bob", Instant.EPOCH);
        try (RunningService service = new RunningService(keys)) {
            assertThat(ask(service, "Bearer " + alice).status()).isEqualTo(200);
            new KeyFile(keys).revoke("alice", Instant.EPOCH);

            Await.until(
                    "the file is looked at",
                    () -> !(ask(service, "Bearer " + alice).status() != 401));
            assertThat(ask(service, "Bearer " + bob).status()).isEqualTo(200);
        }
    }

    @Test
    void aBrokenKeyFileMakesTheServiceUnready() throws IOException {
        Path keys = folder.resolve("keys");
        String key = new KeyFile(keys).add("alice", Instant.EPOCH);
        try (RunningService service = new RunningService(keys)) {
            assertThat(service.client().get("/health/ready").status()).isEqualTo(200);
            Files.writeString(keys, "oops\n");

            Await.until(
                    "the file is looked at",
                    () -> !(service.client().get("/health/ready").status() != 503));
            assertThat(service.client().get("/health/ready").body()).doesNotContain(folder.toString());
            assertThat(ask(service, "Bearer " + key).status()).isEqualTo(503);
        }
    }

    @Test
    void aKeyThatRunsOutOfChecksGetsRetryAfter() {
        Path keys = folder.resolve("keys");
        String key = new KeyFile(keys).add("alice", Instant.EPOCH);
        try (RunningService service = new RunningService(Optional.of(keys), List.of(), 1, 1000)) {
            assertThat(ask(service, "Bearer " + key).status()).isEqualTo(200);
            ApiAnswer refused = ask(service, "Bearer " + key);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat((String) refused.json().get("detail")).startsWith("A key may request 1 checks per minute");
        }
    }

    @Test
    void theClientsOfATrustedProxyHaveLimitsOfTheirOwn() {
        List<AddressRange> proxies = List.of(AddressRange.parse("127.0.0.0/8"));
        try (RunningService service = new RunningService(Optional.empty(), proxies, 1000, 1)) {
            assertThat(forwarded(service, "192.0.2.1").status()).isEqualTo(200);
            assertThat(forwarded(service, "198.51.100.1, 192.0.2.1").status()).isEqualTo(429);
            assertThat(forwarded(service, "198.51.100.1").status()).isEqualTo(200);
        }
    }

    @Test
    void aClientSeesWhatIsLeftOfItsChecksAlsoWhenItIsTooLittle() {
        try (RunningService running = new RunningService(Optional.empty(), List.of(), 2, 1000)) {
            String check = "/v1/security/mta-sts?domain=enforced.example";

            ApiAnswer first = running.client().get(check);
            ApiAnswer batch = running.client().post("/v1/security/mta-sts/batch", "text/plain", "a.example\nb.example");

            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"checks\";q=2;w=60");
            assertThat(first.header("RateLimit")).isEqualTo("\"checks\";r=1;t=30");
            assertThat(batch.status()).isEqualTo(429);
            assertThat(batch.header("RateLimit")).startsWith("\"checks\";r=1;t=");
        }
    }

    @Test
    void withoutKeysARequestThroughAProxyIsRefused() {
        try (RunningService running = new RunningService()) {
            ApiAnswer answer = running.client()
                    .send(running.client().request("/v1/issues").header("X-Forwarded-For", "203.0.113.1"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json()).containsEntry("type", "/docs/problems#unexpected-proxy");
        }
    }

    @Test
    void aStrangersForwardedAddressHelpsNobody() {
        try (RunningService service = new RunningService(Optional.empty(), List.of(), 1000, 1)) {
            assertThat(forwarded(service, "192.0.2.1").status()).isEqualTo(200);
            assertThat(forwarded(service, "192.0.2.2").status()).isEqualTo(429);
        }
    }

    @Test
    void withoutKeysAPageOfAStrangerIsRefusedByItsHost() throws IOException {
        try (RunningService service = new RunningService();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            String request = "GET " + CHECK + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421 ").contains("application/problem+json", "Misdirected request");
        }
    }

    private static ApiAnswer ask(RunningService service, String authorization) {
        ApiClient client = service.client();
        return client.send(client.request(CHECK).header("Authorization", authorization));
    }

    private static ApiAnswer forwarded(RunningService service, String addresses) {
        ApiClient client = service.client();
        return client.send(client.request(CHECK).header("X-Forwarded-For", addresses));
    }
}
