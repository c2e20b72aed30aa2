package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.Await;
import io.github.mtasts.service.StubService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stop leaves nobody without an answer. */
class GracefulStopTest {

    @Test
    void whatIsUnderWayIsFinished() throws Exception {
        StubService service = new StubService(10);
        int port = service.port();
        CompletableFuture<ApiAnswer> answer =
                CompletableFuture.supplyAsync(() -> service.client().get("/v1/security/mta-sts?domain=example.org"));
        StubService.Begun check = service.awaitCheck();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
        Await.until("nobody listens", () -> !listens(port));
        assertThat(stopped).isNotDone();
        check.end();

        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        stopped.get(30, TimeUnit.SECONDS);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
