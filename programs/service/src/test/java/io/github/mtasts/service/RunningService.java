package io.github.mtasts.service;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.DemoWorld;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A service on a free port, over the loopback world. */
public final class RunningService implements AutoCloseable {

    private static final int MANY = 1_000_000;

    private final DemoWorld world = DemoWorld.start();
    private final Service service;

    /** Without keys. */
    public RunningService() {
        this(Optional.empty(), List.of(), MANY, MANY);
    }

    /** For those who show a key of this file. */
    public RunningService(Path keys) {
        this(Optional.of(keys), List.of(), MANY, MANY);
    }

    /** With keys where there is a file, behind proxies, and with limits. */
    public RunningService(Optional<Path> keys, List<AddressRange> proxies, int keyLimit, int addressLimit) {
        this(keys, List.of(), List.of(), proxies, keyLimit, addressLimit);
    }

    private RunningService(
            Optional<Path> keys,
            List<String> hosts,
            List<String> authorizationServers,
            List<AddressRange> proxies,
            int keyLimit,
            int addressLimit) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        service = Service.start(new Settings(
                any,
                any,
                keys,
                world.network(),
                hosts,
                authorizationServers,
                proxies,
                false,
                keyLimit,
                addressLimit,
                200,
                List.of()));
    }

    /** For those who show a key of this file, behind a proxy that checks tokens. */
    public static RunningService withOAuth(Path keys, String host, List<String> authorizationServers) {
        return new RunningService(Optional.of(keys), List.of(host), authorizationServers, List.of(), MANY, MANY);
    }

    public List<String> domains() {
        return world.domains();
    }

    public ApiClient client() {
        return new ApiClient(service.address().getPort());
    }

    public ApiClient metricsClient() {
        return new ApiClient(service.metricsAddress().getPort());
    }

    public int port() {
        return service.address().getPort();
    }

    @Override
    public void close() {
        service.close();
        world.close();
    }
}
