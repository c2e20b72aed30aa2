package io.github.mtasts.service;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.options.CheckNetwork;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.http.ApiServer;
import io.github.mtasts.service.http.CheckRoutes;
import io.github.mtasts.service.http.Routes;
import io.github.mtasts.service.mcp.McpRoutes;
import java.net.InetSocketAddress;
import java.util.List;

/** All that runs, from settings. */
public final class Service implements AutoCloseable {

    private final Settings settings;
    private final CheckNetwork network;
    private final ApiServer server;

    private Service(Settings settings, CheckNetwork network, ApiServer server) {
        this.settings = settings;
        this.network = network;
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @throws io.github.mtasts.options.UserError when an address is in use
     */
    public static Service start(Settings settings) {
        CheckNetwork network = new CheckNetwork(settings.network());
        try {
            Checks checks = new Checks(network.checker()::checkAsync, settings.concurrency(), Ticker.systemTicker());
            Access access = new Access();
            List<Routes> parts = List.of(
                    new CheckRoutes(checks, access), new McpRoutes(checks, access, settings.hosts(), Version.number()));
            return new Service(settings, network, ApiServer.start(settings.listen(), access, parts));
        } catch (RuntimeException failed) {
            network.close();
            throw failed;
        }
    }

    /** Where it is asked. */
    public InetSocketAddress address() {
        return new InetSocketAddress(settings.listen().getAddress(), server.port());
    }

    @Override
    public void close() {
        server.close();
        network.close();
    }
}
