package io.github.mtasts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.github.mtasts.http.AddressRange;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.service.access.WithoutKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of docs/nginx.md in a real nginx, but for names, ports and the certificate. */
@Tag("clients")
class NginxTest {

    private static final String NAME = "check.example.org";
    private static final int REQUESTS_AN_ADDRESS = 50;
    private static final String BATCH = "/v1/security/mta-sts/batch";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static StubService service;

    @SuppressWarnings("NullAway.Init")
    private static Process nginx;

    @SuppressWarnings("NullAway.Init")
    private static String key;

    private static int http;
    private static int https;

    @BeforeAll
    static void start() throws IOException {
        Path keys = folder.resolve("keys");
        key = new KeyFile(keys).add("nginx", Instant.now());
        service = new StubService(
                20,
                new Access(
                        Optional.of(keys),
                        WithoutKeys.ofThisMachine(),
                        List.of(AddressRange.parse("127.0.0.1")),
                        1000,
                        REQUESTS_AN_ADDRESS,
                        TimeMeter.SYSTEM_NANOTIME));
        http = freePort();
        https = freePort();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .commonName(NAME)
                .addSubjectAlternativeName(NAME)
                .build();
        Files.writeString(folder.resolve("fullchain.pem"), certificate.certificatePem());
        Files.writeString(folder.resolve("privkey.pem"), certificate.privateKeyPkcs8Pem());
        Files.writeString(folder.resolve("nginx.conf"), """
                user root;
                daemon off;
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    %s
                }
                """.formatted(block()));
        nginx = new ProcessBuilder(
                        program(), "-p", folder.toString(), "-c", folder + "/nginx.conf", "-e", folder + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Await.until("nginx answers", () -> {
            assertThat(nginx.isAlive())
                    .as(readable("nginx.out") + readable("error.log"))
                    .isTrue();
            return curl("-o", "/dev/null", "http://" + NAME + ":" + http + "/").exit() == 0;
        });
    }

    @AfterAll
    static void stop() throws Exception {
        nginx.destroy();
        nginx.waitFor();
        service.endAll();
        service.close();
    }

    @Test
    void aCheckIsAnsweredOverHttpsAndBrowsersAreToldToStayThere() {
        Process running = started(authorized("-i", url("/v1/security/mta-sts?domain=one.example")));
        service.awaitCheck().end();

        assertThat(all(running))
                .startsWith("HTTP/1.1 200 ")
                .contains("Strict-Transport-Security: max-age=31536000", "\"domain\":\"one.example\"");
    }

    @Test
    void plainHttpIsSentToHttps() {
        assertThat(curl("-i", "http://" + NAME + ":" + http + "/docs/?x=y").out())
                .startsWith("HTTP/1.1 301 ")
                .contains("Location: https://" + NAME + "/docs/?x=y");
    }

    @Test
    void theLinesOfABatchArriveOneByOneAndTheLastSaysThatTheyAreAll() throws IOException {
        Process running = started(
                authorized("-H", "Content-Type: text/plain", "--data-binary", "a.example\nb.example", url(BATCH)));
        BufferedReader lines = running.inputReader(StandardCharsets.UTF_8);

        StubService.Begun first = service.awaitCheck();
        StubService.Begun second = service.awaitCheck();
        first.end();
        assertThat(lines.readLine()).contains("\"input\":\"" + first.domain() + "\"");
        second.end();
        assertThat(lines.readLine()).contains("\"input\":\"" + second.domain() + "\"");
        assertThat(lines.readLine()).isEqualTo("{\"done\":2}");
    }

    @Test
    void aBatchThatBreaksOffIsAnErrorToTheClient() throws Exception {
        Process running = started(
                authorized("-H", "Content-Type: text/plain", "--data-binary", "c.example\nd.example", url(BATCH)));

        service.awaitCheck().end();
        service.awaitCheck().report().completeExceptionally(new IllegalStateException("a mistake"));

        assertThat(all(running)).doesNotContain("done");
        assertThat(running.waitFor()).isNotZero();
    }

    @Test
    void limitsAreThoseOfTheClientWhateverItSaysOfItself() {
        List<String> flood = authorized("--interface", "127.0.0.2", "-o", "/dev/null", "-w", "%{http_code}\n");
        for (int i = 0; i <= REQUESTS_AN_ADDRESS; i++) {
            flood.addAll(List.of("-H", "X-Forwarded-For: 203.0.113." + i));
        }
        flood.add(url("/v1/issues/FETCH_CERT_EXPIRED?[1-" + (REQUESTS_AN_ADDRESS * 2) + "]"));

        assertThat(curl(flood).out()).contains("429");
        assertThat(curl(authorized("-i", url("/v1/issues/FETCH_CERT_EXPIRED"))).out())
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aFloodWithoutAKeyIsStoppedByNginxAndOneWithAKeyIsNot() {
        String[] flood = {
            "--interface", "127.0.0.3", "-o", "/dev/null", "-w", "%{http_code}\n", url("/health/live?[1-200]")
        };

        assertThat(curl(flood).out()).contains("200\n", "429\n");
        assertThat(curl(authorized(flood)).out()).contains("200\n").doesNotContain("429");
    }

    @Test
    void metricsAreNotReachable() {
        assertThat(curl("-i", url("/metrics")).out())
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("mta_sts_");
    }

    /** From the document, with what differs here. */
    private static String block() throws IOException {
        String page = Files.readString(Path.of("../../docs/nginx.md"));
        int begin = page.indexOf("```nginx\n") + "```nginx\n".length();
        return page.substring(begin, page.indexOf("```", begin))
                .replaceAll("listen \\[::\\].*", "")
                .replace("listen 80;", "listen 127.0.0.1:" + http + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + https + " ssl;")
                .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service.port())
                .replace("/etc/letsencrypt/live/" + NAME, folder.toString());
    }

    private static String url(String path) {
        return "https://" + NAME + ":" + https + path;
    }

    private static List<String> authorized(String... arguments) {
        List<String> command = new ArrayList<>(List.of("-H", "Authorization: Bearer " + key));
        command.addAll(List.of(arguments));
        return command;
    }

    private record Ended(int exit, String out) {}

    private static Ended curl(String... arguments) {
        return curl(List.of(arguments));
    }

    private static Ended curl(List<String> arguments) {
        Process running = started(arguments);
        String out = all(running);
        try {
            return new Ended(running.waitFor(), out);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process started(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of("curl", "-sN", "-m", "120", "--cacert", folder + "/fullchain.pem"));
        for (int port : List.of(http, https)) {
            command.addAll(List.of("--resolve", NAME + ":" + port + ":127.0.0.1"));
        }
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("install curl", missing);
        }
    }

    private static String all(Process running) {
        try {
            return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String readable(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException none) {
            return "";
        }
    }

    /** Debian has it where only root looks for programs. */
    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
