package io.github.mtasts.service.http;

import io.github.mtasts.service.Await;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.operation.CutOff;
import io.github.mtasts.service.operation.Metrics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with limits of a test: {@code /small}, {@code /large?CLIENT}, {@code /later} and {@code /body}. */
final class LimitedServer implements AutoCloseable {

    static final int LARGE = 3 << 20;

    private final FakeScheduler time = new FakeScheduler();
    private final Metrics metrics = new Metrics(Duration.ofSeconds(30));
    private final Queue<Exchange> later = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bodies = new AtomicInteger();
    private final ApiServer server;

    LimitedServer(Limits limits) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = ApiServer.start(any, metrics, List.of(this::routes), limits, time);
    }

    private void routes(Router router) {
        router.get("/small", exchange -> exchange.send(200, "text/plain", new byte[] {'!'}));
        router.get("/large", exchange -> {
            exchange.client(new Client(Optional.of(exchange.query()), exchange.peer()));
            exchange.send(200, "text/plain", new byte[LARGE]);
        });
        router.get("/later", later::add);
        router.post("/body", exchange -> {
            CompletableFuture<byte[]> body = Body.read(exchange, Body.MAX, "It is too large.");
            bodies.incrementAndGet();
            exchange.whenDone(body, whole -> exchange.empty(200));
        });
    }

    int port() {
        return server.port();
    }

    void awaitLater() {
        Await.until("a request for later", () -> !later.isEmpty());
    }

    void awaitBody() {
        Await.until("a body is read", () -> bodies.get() > 0);
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    int cutOff(CutOff reason) {
        return number("mta_sts_http_cut_off_total{reason=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"} ");
    }

    int timeouts() {
        return number("mta_sts_http_requests_seconds_count{method=\"POST\",route=\"/body\",status=\"408\"} ");
    }

    void awaitConnections(int number) {
        Await.until(number + " connections", () -> number("mta_sts_http_connections ") == number);
    }

    private int number(String meter) {
        return metrics.page()
                .lines()
                .filter(line -> line.startsWith(meter))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(meter.length())))
                .sum();
    }

    @Override
    public void close() {
        later.forEach(exchange -> exchange.empty(200));
        server.close();
        metrics.close();
    }
}
