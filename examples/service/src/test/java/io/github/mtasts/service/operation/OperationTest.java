package io.github.mtasts.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
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
    void itLivesAndIsReady() {
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

        assertThat(page())
                .contains(
                        "mta_sts_http_requests_seconds_count{method=\"GET\",route=\"/v1/security/mta-sts\",status=\"400\"}");
    }

    @Test
    void whateverPathAClientInventsIsOneRoute() {
        api.get("/invented-by-a-client");

        assertThat(page()).contains("route=\"none\",status=\"404\"").doesNotContain("invented");
    }

    @Test
    void checksAreCountedByVerdictAndTheCacheIsWatched() {
        api.get("/v1/security/mta-sts?domain=testing.example");
        api.get("/v1/security/mta-sts?domain=testing.example");

        assertThat(page())
                .contains("mta_sts_checks_seconds_count{verdict=\"testing\"} 1")
                .contains("cache_gets_total{cache=\"reports\",result=\"hit\"} 1")
                .contains("mta_sts_checks_under_way 0")
                .contains("jvm_memory_used_bytes");
    }

    private String page() {
        ApiAnswer answer = metrics.get("/metrics");
        return answer.body();
    }
}
