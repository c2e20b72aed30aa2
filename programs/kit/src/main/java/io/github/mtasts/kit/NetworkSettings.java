package io.github.mtasts.kit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the network is to be used.
 *
 * @param resolver the name server to ask; empty for the system's
 * @param timeout for one domain in all
 * @param allowed addresses of policy hosts to connect to although they are not public
 * @param roots certificates to trust besides the system's roots
 * @param httpsPort where policy hosts are served
 */
public record NetworkSettings(
        Optional<InetSocketAddress> resolver,
        Duration timeout,
        Predicate<InetAddress> allowed,
        List<X509Certificate> roots,
        int httpsPort) {

    /** Where policy hosts are served, but for tests. */
    public static final int HTTPS = 443;

    /** The system's name servers and roots, and public policy hosts alone. */
    public static NetworkSettings ofSystem(Duration timeout) {
        return new NetworkSettings(Optional.empty(), timeout, address -> false, List.of(), HTTPS);
    }
}
