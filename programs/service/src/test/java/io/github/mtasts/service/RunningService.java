package io.github.mtasts.service;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.DemoWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A service on a free port, over the loopback world. */
public final class RunningService implements AutoCloseable {

    private final DemoWorld world = DemoWorld.start();
    private final Service service;

    /** Without keys. */
    public RunningService() {
        this(new TestSettings());
    }

    /** For those who show a key of this file. */
    public RunningService(Path keys) {
        this(new TestSettings().keys(keys));
    }

    public RunningService(TestSettings settings) {
        service = Service.start(settings.over(world.network()));
    }

    /** With keys where there is a file, behind proxies, and with limits. */
    public RunningService(Optional<Path> keys, List<AddressRange> proxies, int keyLimit, int addressLimit) {
        this(keys.map(new TestSettings()::keys)
                .orElseGet(TestSettings::new)
                .proxies(proxies)
                .behindProxy()
                .limits(keyLimit, addressLimit));
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
