package io.github.mtasts.postfix;

import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.syntax.DomainName;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the operator can ask, by path. Purging is a POST, all else a GET. */
final class AdminPages {

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final MtaStsSender sender;
    private final PolicyMap map;
    private final MxLookups mx;
    private final Metrics metrics;
    private final Duration timeout;
    private final BooleanSupplier ready;

    AdminPages(
            MtaStsSender sender,
            PolicyMap map,
            MxLookups mx,
            Metrics metrics,
            Duration timeout,
            BooleanSupplier ready) {
        this.sender = sender;
        this.map = map;
        this.mx = mx;
        this.metrics = metrics;
        this.timeout = timeout;
        this.ready = ready;
    }

    AdminPage page(String method, URI uri) {
        return switch (method + " " + uri.getPath()) {
            case "GET /metrics" -> new AdminPage(200, METRICS, metrics.page(sender.cached()));
            case "GET /health/live" -> AdminPage.of(200, "live\n");
            case "GET /health/ready" ->
                ready.getAsBoolean() ? AdminPage.of(200, "ready\n") : AdminPage.of(503, "stopping\n");
            case "GET /query" -> query(value(uri, "domain"));
            case "GET /dump" -> AdminPage.of(200, DumpText.of(sender.cached()));
            case "POST /purge" -> purge(uri);
            default -> AdminPage.of(404, "There is no such page.\n");
        };
    }

    private AdminPage query(String domain) {
        Finding unknown = Finding.without(AnswerReason.TIMED_OUT);
        Finding found = map.find(domain)
                .completeOnTimeout(unknown, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return AdminPage.of(200, QueryText.of(domain, found));
    }

    private AdminPage purge(URI uri) {
        String domain = value(uri, "domain");
        if (!domain.isEmpty()) {
            Optional<DomainName> name = NextHop.of(domain).domain();
            if (name.isEmpty()) {
                return AdminPage.of(400, "This is no domain.\n");
            }
            mx.forget(name.get().text());
            boolean purged = sender.purge(name.get().text()).join();
            return AdminPage.of(200, purged ? "1 policy purged\n" : "there was no policy\n");
        }
        if (!"all".equals(uri.getQuery())) {
            return AdminPage.of(400, "Say which domain, or all.\n");
        }
        mx.forgetAll();
        int purged = sender.purgeAll().join();
        return AdminPage.of(200, purged + (purged == 1 ? " policy" : " policies") + " purged\n");
    }

    /** Of a parameter; empty when it is missing. */
    private static String value(URI uri, String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return query.startsWith(name + "=")
                ? URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8)
                : "";
    }
}
