package io.github.mtasts.service.http;

import io.github.mtasts.http.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the connections of a server may hold.
 *
 * @param connections in all
 * @param anAddress how many of them from one address
 * @param isShared whether an address is that of many clients, such as a proxy, and has no limit of its own
 * @param unread octets of all answers that wait to be read
 */
public record Limits(int connections, int anAddress, Predicate<InetAddress> isShared, long unread) {

    private static final int CONNECTIONS = 2048;
    private static final int AN_ADDRESS = 64;

    /** Of the memory that the JVM may use. */
    private static final int UNREAD_PART = 4;

    /** The usual ones, for clients of whom some come through these proxies. */
    public static Limits behind(List<AddressRange> proxies) {
        return new Limits(
                CONNECTIONS,
                AN_ADDRESS,
                address -> address.isLoopbackAddress() || proxies.stream().anyMatch(range -> range.test(address)),
                Runtime.getRuntime().maxMemory() / UNREAD_PART);
    }
}
