package io.github.mtasts.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiClient;
import io.github.mtasts.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an operator sees of a service that runs. */
class OperationTest {

    private static final RunningService SERVICE = new RunningService();
    private final ApiClient api = SERVICE.client();
    private final ApiClient metrics = SERVICE.metricsClient();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aRunningServiceIsLiveAndReady() {
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/health/ready").json()).containsEntry("status", "UP");
    }

    @Test
    void metricsAreServedAtAPortOfTheirOwnAlone() {
        assertThat(metrics.get("/metrics").header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(api.get("/metrics").status()).isEqualTo(404);
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        api.get("/v1/security/mta-sts?domain=192.0.2.1");

        assertThat(
                        pageWith(
                                "mta_sts_http_requests_seconds_count{method=\"GET\",route=\"/v1/security/mta-sts\",status=\"400\"}"))
                .contains("mta_sts_http_requests_seconds_bucket");
    }

    @Test
    void whateverPathAClientInventsIsOneRoute() {
        api.get("/invented-by-a-client");

        assertThat(pageWith("route=\"none\",status=\"404\"")).doesNotContain("invented");
    }

    @Test
    void checksAreCountedByVerdictAndTheCacheIsWatched() {
        api.get("/v1/security/mta-sts?domain=testing.example");
        api.get("/v1/security/mta-sts?domain=testing.example");

        assertThat(pageWith("mta_sts_checks_seconds_count{verdict=\"testing\"} 1"))
                .contains("mta_sts_checks_seconds_bucket{verdict=\"testing\",le=\"10.0\"} 1")
                .contains("cache_gets_total{cache=\"reports\",result=\"hit\"} 1")
                .contains("mta_sts_checks_under_way 0")
                .contains("jvm_memory_used_bytes");
    }

    /** A request is counted when its answer has left, which its client may see a little earlier. */
    private String pageWith(String line) {
        for (int looks = 0; looks < 1000; looks++) {
            String page = metrics.get("/metrics").body();
            if (page.contains(line)) {
                return page;
            }
        }
        throw new AssertionError("never counted: " + line);
    }
}
