package io.github.mtasts.service.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sender of a request.
 *
 * @param key the name of the key that was shown; empty where none is needed
 * @param address where the request comes from
 */
public record Client(Optional<String> key, InetAddress address) {

    private static final int PREFIX_OCTETS = 8;

    /** Who shares one limit: all that show the same key, or, where none is needed, all of the same network. */
    public String name() {
        return key.orElseGet(() -> network(address));
    }

    /** The addresses that share one limit: an IPv4 address, or the /64 that every IPv6 client has to itself. */
    static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] octets = address.getAddress();
        Arrays.fill(octets, PREFIX_OCTETS, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 octets are an address", impossible);
        }
    }
}
