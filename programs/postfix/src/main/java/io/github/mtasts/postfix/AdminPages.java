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

/** The admin requests, by path. Purging is a POST, everything else a GET. */
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

    Page page(String method, URI uri) {
        return switch (method + " " + uri.getPath()) {
            case "GET /metrics" -> new Page(200, METRICS, metrics.page());
            case "GET /health/live" -> Page.of(200, "live\n");
            case "GET /health/ready" -> ready.getAsBoolean() ? Page.of(200, "ready\n") : Page.of(503, "stopping\n");
            case "GET /query" -> query(value(uri, "domain"));
            case "GET /dump" -> Page.of(200, AdminText.dump(sender.cached()));
            case "POST /purge" -> purge(uri);
            default -> Page.of(404, "Page not found.\n");
        };
    }

    private Page query(String domain) {
        Explanation unknown = Explanation.without(AnswerReason.TIMED_OUT);
        Explanation found = map.find(domain)
                .completeOnTimeout(unknown, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return Page.of(200, AdminText.query(domain, found));
    }

    private Page purge(URI uri) {
        String domain = value(uri, "domain");
        if (!domain.isEmpty()) {
            Optional<DomainName> name = NextHop.of(domain).domain();
            if (name.isEmpty()) {
                return Page.of(400, "This is not a domain.\n");
            }
            mx.forget(name.get().text());
            boolean purged = sender.purge(name.get().text()).join();
            return Page.of(200, purged ? "1 policy purged\n" : "there was no policy\n");
        }
        if (!"all".equals(uri.getQuery())) {
            return Page.of(400, "Name a domain, or all.\n");
        }
        mx.forgetAll();
        int purged = sender.purgeAll().join();
        return Page.of(200, purged + (purged == 1 ? " policy" : " policies") + " purged\n");
    }

    /** The value of a parameter; empty when it is missing. */
    private static String value(URI uri, String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return query.startsWith(name + "=")
                ? URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8)
                : "";
    }

    /**
     * A response.
     *
     * @param status HTTP status
     * @param contentType its media type
     * @param text the body
     */
    record Page(int status, String contentType, String text) {

        /** Plain text. */
        static Page of(int status, String text) {
            return new Page(status, "text/plain; charset=utf-8", text);
        }
    }
}
