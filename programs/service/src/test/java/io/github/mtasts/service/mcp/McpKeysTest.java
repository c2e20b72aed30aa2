package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.access.KeyFile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and limits hold for the tools as they do for the API. */
class McpKeysTest {

    private static final String CHECK = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"check_mta_sts\",\"arguments\":{\"domain\":\"enforced.example\"}}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private String key;

    @SuppressWarnings("NullAway.Init")
    private RunningService service;

    @BeforeEach
    void allowOneCheck() {
        Path file = directory.resolve("keys");
        key = new KeyFile(file).add("alice", Instant.now());
        service = new RunningService(Optional.of(file), List.of(), 1, 1000);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void withoutAKeyNothingIsAnswered() {
        ApiAnswer answer = service.client().send(call());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mta-sts\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aKeyThatIsUnknownIsRefused() {
        ApiAnswer answer = service.client().send(call().header("Authorization", "Bearer x"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void theLimitOfTheKeyHolds() {
        ApiClient client = service.client();

        ApiAnswer first = client.send(call().header("Authorization", "Bearer " + key));
        ApiAnswer second = client.send(call().header("Authorization", "Bearer " + key));

        assertThat(first.body()).contains("\"isError\":false");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("\"isError\":true", "Try again in");
    }

    private HttpRequest.Builder call() {
        return service.client()
                .request("/mcp")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CHECK));
    }
}
