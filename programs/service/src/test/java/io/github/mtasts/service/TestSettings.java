package io.github.mtasts.service;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.service.kept.Keeping;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of a service on free ports of this machine, without keys and with wide limits, until a test says otherwise. */
public final class TestSettings {

    private static final int MANY = 1_000_000;

    private Optional<Path> keys = Optional.empty();
    private List<String> hosts = List.of();
    private List<String> authorizationServers = List.of();
    private List<AddressRange> proxies = List.of();
    private boolean behindProxy;
    private int keyLimit = MANY;
    private int addressLimit = MANY;
    private Keeping keeping = Keeping.OFF;

    public TestSettings keys(Path file) {
        keys = Optional.of(file);
        return this;
    }

    public TestSettings host(String name) {
        hosts = List.of(name);
        return this;
    }

    public TestSettings authorizationServers(List<String> issuers) {
        authorizationServers = issuers;
        return this;
    }

    public TestSettings proxies(List<AddressRange> trusted) {
        proxies = trusted;
        return this;
    }

    public TestSettings behindProxy() {
        behindProxy = true;
        return this;
    }

    public TestSettings limits(int checksOfAKey, int requestsOfAnAddress) {
        keyLimit = checksOfAKey;
        addressLimit = requestsOfAnAddress;
        return this;
    }

    public TestSettings keeping(Keeping reports) {
        keeping = reports;
        return this;
    }

    public Settings over(NetworkSettings network) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Settings(
                any,
                any,
                keys,
                network,
                hosts,
                authorizationServers,
                proxies,
                behindProxy,
                keyLimit,
                addressLimit,
                200,
                List.of(),
                keeping);
    }
}
