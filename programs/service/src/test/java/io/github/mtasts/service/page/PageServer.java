package io.github.mtasts.service.page;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.http.ApiServer;
import io.github.mtasts.service.http.Endpoint;
import io.github.mtasts.service.http.Exchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page over an API that answers as the test says. */
final class PageServer implements AutoCloseable {

    private final ApiServer server;
    private volatile Endpoint api = exchange -> exchange.empty(500);

    PageServer() {
        server = ApiServer.startPlain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), router -> {
            new Page(Duration.ofSeconds(30), List.of("enforced.example")).addTo(router);
            router.get("/v1/security/mta-sts", exchange -> api.answer(exchange));
            router.post("/v1/security/mta-sts/batch", exchange -> api.answer(exchange));
        });
    }

    void api(Endpoint endpoint) {
        api = endpoint;
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A parameter of the query that needs no decoding. */
    static @Nullable String parameter(Exchange exchange, String name) {
        return Arrays.stream(exchange.query().split("&", -1))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    static void report(Exchange exchange, Map<String, ?> report) {
        exchange.json(200, report);
    }

    static void problem(Exchange exchange, int status, String title, String detail) {
        exchange.send(
                status,
                "application/problem+json",
                Json.octets(Map.of("title", title, "status", status, "detail", detail)));
    }

    @Override
    public void close() {
        server.close();
    }
}
