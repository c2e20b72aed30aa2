package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import io.github.mtasts.service.TestSettings;
import io.github.mtasts.service.access.KeyFile;
import io.github.mtasts.service.kept.Keeping;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is kept as it was sent, and found again by those who know its address. */
class KeepRouteTest {

    private static final String CHECK = "/v1/security/mta-sts?domain=enforced.example";

    @TempDir
    private Path folder;

    @Test
    void aReportIsKeptOctetByOctetAndNeedsNoKeyToBeRead() throws NoSuchAlgorithmException {
        Path keys = folder.resolve("keys");
        String key = new KeyFile(keys).add("alice", Instant.now());
        try (RunningService service = new RunningService(keeping().keys(keys))) {
            ApiClient client = service.client();
            ApiAnswer report = client.send(client.request(CHECK).header("Authorization", "Bearer " + key));
            ApiAnswer kept = client.send(client.request("/v1/reports")
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .header("Report-Seal", report.header("Report-Seal"))
                    .POST(BodyPublishers.ofString(report.body())));

            assertThat(kept.status()).isEqualTo(201);
            assertThat(kept.header("Location")).matches("/report/[0-9a-f]{32}");
            assertThat(kept.json()).containsEntry("page", kept.header("Location"));

            ApiAnswer again = client.get(String.valueOf(kept.json().get("report")));
            assertThat(again.body()).isEqualTo(report.body());
            assertThat(again.header("Report-Digest"))
                    .isEqualTo(report.header("Report-Digest"))
                    .isEqualTo(sha256(report.body()));
            assertThat(again.header("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(client.get(kept.header("Location")).status()).isEqualTo(200);
        }
    }

    @Test
    void anotherTextThanTheSealedOneIsNotKept() {
        try (RunningService service = new RunningService(keeping())) {
            ApiAnswer report = service.client().get(CHECK);

            ApiAnswer refused = keep(service.client(), report.header("Report-Seal"), report.body() + " ");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json()).containsEntry("title", "Bad seal");
        }
    }

    @Test
    void keepingIsChargedAsACheck() {
        try (RunningService service = new RunningService(keeping().limits(2, 1000))) {
            ApiAnswer report = service.client().get(CHECK);
            String seal = report.header("Report-Seal");

            assertThat(keep(service.client(), seal, report.body()).status()).isEqualTo(201);
            assertThat(keep(service.client(), seal, report.body()).status()).isEqualTo(429);
        }
    }

    @Test
    void whereNoneAreKeptNothingIsSealed() {
        try (RunningService service = new RunningService()) {
            ApiAnswer report = service.client().get(CHECK);

            assertThat(report.headers().map()).doesNotContainKey("report-seal").containsKey("report-digest");
            assertThat(service.client().get("/v1/reports/" + "0".repeat(32)).status())
                    .isEqualTo(404);
        }
    }

    private TestSettings keeping() {
        return new TestSettings().keeping(new Keeping(Optional.of(folder.resolve("reports")), Duration.ofDays(1)));
    }

    private static ApiAnswer keep(ApiClient client, String seal, String report) {
        return client.send(client.request("/v1/reports")
                .header("Content-Type", "application/json")
                .header("Report-Seal", seal)
                .POST(BodyPublishers.ofString(report)));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
