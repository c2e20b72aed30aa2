package io.github.mtasts.kit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How to use the network.
 *
 * @param resolver the name server to use; empty for the system's
 * @param timeout for one domain, in total
 * @param allowed addresses of policy hosts to connect to even though they are not public
 * @param roots certificates to trust as well as the system's roots
 * @param httpsPort the port of policy hosts
 */
public record NetworkSettings(
        Optional<InetSocketAddress> resolver,
        Duration timeout,
        Predicate<InetAddress> allowed,
        List<X509Certificate> roots,
        int httpsPort) {

    /** The port of policy hosts, except in tests. */
    public static final int HTTPS = 443;

    /** The system's name servers and roots, and only public policy hosts. */
    public static NetworkSettings ofSystem(Duration timeout) {
        return new NetworkSettings(Optional.empty(), timeout, address -> false, List.of(), HTTPS);
    }
}
