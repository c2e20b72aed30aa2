package io.github.mtasts.service.http;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.operation.Metrics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs and measures each request, as one line ({@code name=value}, values without white space). It never contains a key or
 * a client's own text, but the route of the path, the name of the key, and the domain that was checked.
 */
final class RequestLine implements RequestLog {

    /** Attributes of a request: the path as it is documented, its {@link Client}, the report that answers it, the octets that were sent. */
    static final String ROUTE = "mta-sts.route";

    static final String CLIENT = "mta-sts.client";
    static final String REPORT = "mta-sts.report";
    static final String SENT = "mta-sts.sent";

    private static final Logger LOG = LoggerFactory.getLogger("io.github.mtasts.service.requests");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String NONE = "-";

    private final Metrics metrics;

    RequestLine(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        String route = request.getAttribute(ROUTE) instanceof String known ? known : "none";
        Duration time = Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()));
        metrics.answered(method, route, response.getStatus(), time);
        LOG.info(
                "request method={} route={} status={} octets={} ms={} client={} key={} domain={} verdict={}",
                method,
                route,
                response.getStatus(),
                sent(request, response),
                time.toMillis(),
                client(request),
                key(request),
                report(request, MtaStsReport::domain),
                report(request, report -> report.verdict().name()));
    }

    /** What Jetty answers itself is short, and not counted. */
    private static long sent(Request request, Response response) {
        return request.getAttribute(SENT) instanceof AtomicLong octets
                ? octets.get()
                : Response.getContentBytesWritten(response);
    }

    private static String client(Request request) {
        return request.getAttribute(CLIENT) instanceof Client client
                ? client.address().getHostAddress()
                : Request.getRemoteAddr(request);
    }

    private static String key(Request request) {
        return request.getAttribute(CLIENT) instanceof Client client
                ? client.key().orElse(NONE)
                : NONE;
    }

    private static String report(Request request, Function<MtaStsReport, String> what) {
        return request.getAttribute(REPORT) instanceof MtaStsReport report ? what.apply(report) : NONE;
    }
}
