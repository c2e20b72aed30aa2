package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.StubService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stop leaves nobody without an answer. */
class GracefulStopTest {

    @Test
    void aStopFinishesRequestsInProgressAndRefusesNewOnes() throws Exception {
        StubService service = new StubService(10);
        CompletableFuture<ApiAnswer> answer =
                CompletableFuture.supplyAsync(() -> service.client().get("/v1/security/mta-sts?domain=example.org"));
        StubService.Begun check = service.awaitCheck();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
        Await.until(
                "what comes is refused",
                () -> service.client().get("/v1/issues").status() == 503);

        assertThat(service.client().get("/v1/issues").header("Retry-After")).isEqualTo("30");
        assertThat(service.client().get("/health/live").status()).isEqualTo(200);
        assertThat(stopped).isNotDone();
        check.end();

        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        stopped.get(30, TimeUnit.SECONDS);
    }
}
