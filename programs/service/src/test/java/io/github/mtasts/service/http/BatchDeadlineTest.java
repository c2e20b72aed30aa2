package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.RawConnection;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.WithoutKeys;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.operation.Metrics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A batch that takes too long. */
class BatchDeadlineTest {

    @Test
    void aBatchThatTakesTooLongIsBrokenOffAndDoesNotLookComplete() {
        CompletableFuture<Void> deadline = new CompletableFuture<>();
        CompletableFuture<MtaStsReport> never = new CompletableFuture<>();
        try (Metrics metrics = new Metrics(Duration.ofSeconds(30));
                ApiServer server = server(metrics, deadline, never);
                RawConnection client = new RawConnection(server.port())) {
            client.send("POST " + ApiRoutes.BATCH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 11\r\n\r\nexample.org");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");

            deadline.complete(null);

            assertThat(client.readAll()).doesNotContain("0\r\n\r\n", "done");
        }
    }

    private static ApiServer server(
            Metrics metrics, CompletableFuture<Void> deadline, CompletableFuture<MtaStsReport> never) {
        Access access = new Access(
                Optional.empty(), WithoutKeys.ofThisMachine(), List.of(), 1000, 1000, TimeMeter.SYSTEM_NANOTIME);
        Checks checks = new Checks(domain -> never, 10, System::nanoTime, metrics::checked);
        Routes batch = router -> router.post(ApiRoutes.BATCH, exchange -> {
            exchange.client(access.admit(exchange.headers(), exchange.peer()));
            new BatchRoute(checks, access, () -> deadline).answer(exchange);
        });
        return ApiServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                metrics,
                List.of(batch),
                Limits.behind(List.of()));
    }
}
