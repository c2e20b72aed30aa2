package io.github.mtasts.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.access.KeyFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics, read by Prometheus's own checker. */
@Tag("clients")
class PromtoolTest {

    @Test
    void promtoolFindsNothingWrong(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys");
        String key = new KeyFile(keys).add("alice", Instant.now());
        try (RunningService service = new RunningService(keys)) {
            ApiClient api = service.client();
            api.send(api.request("/v1/security/mta-sts?domain=testing.example")
                    .header("Authorization", "Bearer " + key));
            ApiClient metrics = service.metricsClient();
            metrics.get("/metrics");
            String page = metrics.get("/metrics").body();

            assertThat(page).contains("mta_sts_key_checks_total{key=\"alice\"}", "mta_sts_checks_seconds_bucket");
            assertThat(promtool(page)).isEmpty();
        }
    }

    private static String promtool(String page) throws Exception {
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (OutputStream input = promtool.getOutputStream()) {
            input.write(page.getBytes(StandardCharsets.UTF_8));
        }
        String found = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        promtool.waitFor();
        return found;
    }
}
