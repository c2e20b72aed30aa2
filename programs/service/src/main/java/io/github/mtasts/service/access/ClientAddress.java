package io.github.mtasts.service.access;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.kit.AddressLiteral;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;

/** Where a request comes from, behind trusted proxies. */
final class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final AddressRange UNIQUE_LOCAL = AddressRange.parse("fc00::/7");

    private final List<AddressRange> proxies;
    private final Consumer<InetAddress> forgotten;
    private final AtomicBoolean isWarned = new AtomicBoolean();

    /**
     * Behind these proxies.
     *
     * @param forgotten takes the first address that looks like that of a proxy and is none of them
     */
    ClientAddress(List<AddressRange> proxies, Consumer<InetAddress> forgotten) {
        this.proxies = proxies;
        this.forgotten = forgotten;
    }

    /**
     * The peer, unless it is a trusted proxy: then the rightmost address of {@code X-Forwarded-For} that is not a proxy.
     * Anybody could have written what is left of that, or of anything that is not an address.
     */
    InetAddress of(HttpFields headers, InetAddress peer) {
        InetAddress nearest = parse(peer.getHostAddress()).orElse(peer);
        List<String> forwarded = headers.getValuesList(FORWARDED);
        if (!forwarded.isEmpty() && !isProxy(nearest) && isOfThisNetwork(nearest) && !isWarned.getAndSet(true)) {
            forgotten.accept(nearest);
        }
        String[] hops = String.join(",", forwarded).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isProxy(nearest); i--) {
            Optional<InetAddress> hop = parse(hops[i].strip());
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
        }
        return nearest;
    }

    /** Loopback, link-local, and the private addresses of RFC 1918 and RFC 4193. */
    private static boolean isOfThisNetwork(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || UNIQUE_LOCAL.test(address);
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.test(address));
    }

    /** Also {@code 192.0.2.1:80}, {@code [2001:db8::1]} and {@code [2001:db8::1]:80}, as some proxies write. */
    private static Optional<InetAddress> parse(String text) {
        String address = text;
        if (text.startsWith("[")) {
            address = text.substring(1, Math.max(1, text.indexOf(']')));
        } else if (text.indexOf('.') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
            address = text.split(":", 2)[0];
        }
        try {
            return Optional.of(AddressLiteral.parse(address.split("%", 2)[0]));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
