package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.TestSettings;
import io.github.mtasts.service.access.KeyFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a client learns which authorization server gives it a token (RFC 9728). */
class ProtectedResourceTest {

    private static final String PATH = "/.well-known/oauth-protected-resource/mcp";
    private static final String ISSUER = "https://login.example.org/realms/mail";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theMetadataNamesTheResourceAndItsAuthorizationServers() {
        try (RunningService service = service(List.of(ISSUER))) {
            ApiAnswer answer = service.client().get(PATH);

            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.json())
                    .isEqualTo(Map.of(
                            "resource", "https://check.example.org/mcp",
                            "authorization_servers", List.of(ISSUER),
                            "bearer_methods_supported", List.of("header"),
                            "resource_name", "MTA-STS check",
                            "resource_documentation", "https://check.example.org/docs/mcp"));
        }
    }

    @Test
    void aChallengeNamesTheMetadata() {
        try (RunningService service = service(List.of(ISSUER))) {
            assertThat(ping(service.client()).header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"mta-sts\", resource_metadata=\"https://check.example.org" + PATH + "\"");
        }
    }

    @Test
    void withoutAnAuthorizationServerNothingIsSaidOfOne() {
        try (RunningService service = service(List.of())) {
            assertThat(service.client().get(PATH).status()).isEqualTo(404);
            assertThat(ping(service.client()).header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mta-sts\"");
        }
    }

    private RunningService service(List<String> servers) {
        Path keys = folder.resolve("keys");
        new KeyFile(keys).add("alice", Instant.now());
        return new RunningService(
                new TestSettings().keys(keys).host("check.example.org").authorizationServers(servers));
    }

    private static ApiAnswer ping(ApiClient client) {
        return client.send(client.request("/mcp")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")));
    }
}
