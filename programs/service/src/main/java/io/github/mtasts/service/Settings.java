package io.github.mtasts.service;

import io.github.mtasts.kit.AddressRange;
import io.github.mtasts.kit.NetworkSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the service is told.
 *
 * @param listen where it is asked
 * @param metrics where Prometheus asks
 * @param keys the file of the keys; empty when none is needed, which only a loopback address allows
 * @param network how the network is to be used
 * @param hosts the names by which clients reach it, besides those of this machine
 * @param proxies whose {@code X-Forwarded-For} is believed
 * @param keyLimit checks a minute for a key
 * @param addressLimit requests a minute from an address
 * @param concurrency how many checks are under way at once
 */
public record Settings(
        InetSocketAddress listen,
        InetSocketAddress metrics,
        Optional<Path> keys,
        NetworkSettings network,
        List<String> hosts,
        List<AddressRange> proxies,
        int keyLimit,
        int addressLimit,
        int concurrency) {

    /** Copies the lists. */
    public Settings {
        hosts = List.copyOf(hosts);
        proxies = List.copyOf(proxies);
    }
}
