package io.github.mtasts.service;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.service.kept.Keeping;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the service.
 *
 * @param listen the address to listen on
 * @param metrics the address for Prometheus
 * @param keys the key file; empty when no key is required, which only a loopback address allows
 * @param network how to use the network
 * @param hosts the names by which clients reach it, besides those of this machine
 * @param authorizationServers the issuers of tokens for {@code /mcp}, which a proxy in front of the service checks
 * @param proxies whose {@code X-Forwarded-For} is trusted
 * @param behindProxy whether requests through a proxy are answered although no key is required
 * @param keyLimit checks per minute and key
 * @param addressLimit requests per minute from an address
 * @param concurrency how many checks run at once
 * @param samples domains to try, which the page offers; empty but in a demo
 * @param keeping where reports are kept, and for how long
 */
public record Settings(
        InetSocketAddress listen,
        InetSocketAddress metrics,
        Optional<Path> keys,
        NetworkSettings network,
        List<String> hosts,
        List<String> authorizationServers,
        List<AddressRange> proxies,
        boolean behindProxy,
        int keyLimit,
        int addressLimit,
        int concurrency,
        List<String> samples,
        Keeping keeping) {

    /** Copies the lists. */
    public Settings {
        hosts = List.copyOf(hosts);
        authorizationServers = List.copyOf(authorizationServers);
        proxies = List.copyOf(proxies);
        samples = List.copyOf(samples);
    }
}
