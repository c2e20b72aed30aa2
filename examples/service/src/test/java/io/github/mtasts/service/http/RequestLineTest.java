package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The line that each request leaves in the log. */
class RequestLineTest {

    @Test
    void itSaysWhatWasAskedAndWhatCameOfIt() {
        assertThat(log("/v1/security/mta-sts?domain=Enforced.EXAMPLE."))
                .singleElement()
                .asString()
                .contains(" request method=GET route=/v1/security/mta-sts status=200 octets=")
                .contains(" client=127.0.0.1 key=- domain=enforced.example verdict=ENFORCED");
    }

    @Test
    void noTextOfAClientStandsInIt() {
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
    void noKeyStandsInIt() {
        assertThat(logOf(client -> client.send(client.request("/v1/security/mta-sts?domain=enforced.example")
                        .header("Authorization", "Bearer mtasts_secret-secret-secret"))))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    private static List<String> log(String path) {
        return logOf(client -> client.get(path));
    }

    private static List<String> logOf(Consumer<ApiClient> requests) {
        PrintStream before = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try (RunningService service = new RunningService()) {
            requests.accept(service.client());
        } finally {
            System.setErr(before);
        }
        return seen.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" request "))
                .toList();
    }
}
