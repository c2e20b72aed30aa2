package io.github.mtasts.spring;

import io.github.mtasts.http.AddressRange;
import java.net.InetSocketAddress;
import java.net.URI;

/** Reads {@code ADDRESS} or {@code ADDRESS:PORT}, an IPv6 address in brackets. */
final class NameServer {

    private static final int DNS = 53;

    private NameServer() {}

    /** {@link IllegalArgumentException} says what is wrong. */
    static InetSocketAddress parse(String text) {
        try {
            URI uri = URI.create("dns://" + text);
            String host = String.valueOf(uri.getHost()).replace("[", "").replace("]", "");
            return new InetSocketAddress(AddressRange.parse(host).network(), uri.getPort() < 0 ? DNS : uri.getPort());
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException(
                    text
                            + " is not the address of a name server, such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]",
                    cause);
        }
    }
}
