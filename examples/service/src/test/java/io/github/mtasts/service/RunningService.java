package io.github.mtasts.service;

import io.github.mtasts.options.DemoWorld;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A service on a free port, over the loopback world. */
public final class RunningService implements AutoCloseable {

    private final DemoWorld world = DemoWorld.start();
    private final Service service = Service.start(settings(world));

    public static Settings settings(DemoWorld world) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Settings(
                any, any, Optional.empty(), world.network(), List.of(), List.of(), 1_000_000, 1_000_000, 200);
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
