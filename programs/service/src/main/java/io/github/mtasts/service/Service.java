package io.github.mtasts.service;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.Version;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.WithoutKeys;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.http.ApiRoutes;
import io.github.mtasts.service.http.ApiServer;
import io.github.mtasts.service.http.Exchange;
import io.github.mtasts.service.http.HealthRoutes;
import io.github.mtasts.service.http.Limits;
import io.github.mtasts.service.http.Routes;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.mcp.McpRoutes;
import io.github.mtasts.service.mcp.ProtectedResource;
import io.github.mtasts.service.operation.Metrics;
import io.github.mtasts.service.page.Page;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that runs, from settings. */
public final class Service implements AutoCloseable {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Settings settings;
    private final Network network;
    private final Metrics metrics;
    private final Access access;
    private final KeptReports kept;
    private final ApiServer server;
    private final ApiServer metricsServer;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Service(Settings settings, Network network) {
        this.settings = settings;
        this.network = network;
        this.metrics = new Metrics(settings.network().timeout());
        Checks checks = new Checks(
                network.checker()::checkAsync, settings.concurrency(), Ticker.systemTicker(), metrics::checked);
        metrics.watch(checks);
        access = new Access(
                settings.keys(),
                settings.behindProxy() ? WithoutKeys.behindProxy(settings.hosts()) : WithoutKeys.ofThisMachine(),
                settings.proxies(),
                settings.keyLimit(),
                settings.addressLimit(),
                TimeMeter.SYSTEM_NANOTIME);
        metrics.watch(access.usage());
        Routes health = new HealthRoutes(this::reasonNotToAsk);
        kept = new KeptReports(settings.keeping(), Clock.systemUTC());
        List<Routes> parts = List.of(
                health,
                new ApiRoutes(checks, access, Clock.systemUTC(), kept),
                new Page(settings.network().timeout(), settings.samples()),
                new McpRoutes(checks, access, settings.hosts(), resource(settings), Version.number()));
        metricsServer =
                ApiServer.startPlain(settings.metrics(), health, router -> router.get("/metrics", this::metrics));
        try {
            server = ApiServer.start(settings.listen(), metrics, parts, Limits.behind(settings.proxies()));
        } catch (RuntimeException failed) {
            metricsServer.close();
            throw failed;
        }
    }

    /**
     * Starts it.
     *
     * @throws io.github.mtasts.kit.UserError when an address is in use, or the keys cannot be read
     */
    public static Service start(Settings settings) {
        Network network = Network.forService(settings.network());
        try {
            return new Service(settings, network);
        } catch (RuntimeException failed) {
            network.close();
            throw failed;
        }
    }

    /** The address for clients. */
    public InetSocketAddress address() {
        return new InetSocketAddress(settings.listen().getAddress(), server.port());
    }

    /** The address for Prometheus. */
    public InetSocketAddress metricsAddress() {
        return new InetSocketAddress(settings.metrics().getAddress(), metricsServer.port());
    }

    /** Finishes what is under way, and stops. */
    @Override
    public void close() {
        stopping.set(true);
        LOG.info("stopping: requests in progress have half a minute to finish");
        server.close();
        metricsServer.close();
        metrics.close();
        kept.close();
        access.close();
        network.close();
    }

    private void metrics(Exchange exchange) {
        exchange.send(200, PROMETHEUS_TEXT, metrics.page().getBytes(StandardCharsets.UTF_8));
    }

    private static ProtectedResource resource(Settings settings) {
        return new ProtectedResource(
                settings.hosts().stream().findFirst().orElse("localhost"), settings.authorizationServers());
    }

    private Optional<String> reasonNotToAsk() {
        return stopping.get()
                ? Optional.of("stopping")
                : access.problem().map(problem -> "the keys cannot be read; the log says why");
    }
}
