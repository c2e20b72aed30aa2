package io.github.mtasts.spi;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * Distinguishes public Internet addresses from those that only have a meaning locally. Names belong to strangers, and
 * may point at the loopback interface, a router or a cloud's metadata service: check an address here before connecting.
 */
public final class AddressGuard {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** IANA IPv4 Special-Purpose Address Registry; the few reachable addresses inside of 192.0.0.0/24 are refused with it. */
    private static final Prefix[] REFUSED_IPV4 = {
        new Prefix(IPV4, 8, 0), // this network
        new Prefix(IPV4, 8, 10), // private use
        new Prefix(IPV4, 10, 100, 64), // carrier-grade NAT
        new Prefix(IPV4, 8, 127), // loopback
        new Prefix(IPV4, 16, 169, 254), // link-local
        new Prefix(IPV4, 12, 172, 16), // private use
        new Prefix(IPV4, 24, 192, 0, 0), // IETF protocol assignments
        new Prefix(IPV4, 24, 192, 0, 2), // documentation
        new Prefix(IPV4, 24, 192, 88, 99), // 6to4 relay, deprecated
        new Prefix(IPV4, 16, 192, 168), // private use
        new Prefix(IPV4, 15, 198, 18), // benchmarking
        new Prefix(IPV4, 24, 198, 51, 100), // documentation
        new Prefix(IPV4, 24, 203, 0, 113), // documentation
        new Prefix(IPV4, 4, 224), // multicast
        new Prefix(IPV4, 4, 240), // reserved, and the broadcast address
    };

    /**
     * The only IPv6 space handed out as public unicast. Outside lie loopback, IPv4-mapped and -compatible, discard-only, local NAT64,
     * segment routing, unique local, link-local, site-local and multicast addresses.
     */
    private static final Prefix GLOBAL_UNICAST = new Prefix(IPV6, 3, 0x20);

    /** What the IANA IPv6 Special-Purpose Address Registry excludes from it. */
    private static final Prefix[] REFUSED_IPV6 = {
        new Prefix(IPV6, 23, 0x20, 0x01, 0x00), // IETF protocol assignments: Teredo, benchmarking, ORCHID, …
        new Prefix(IPV6, 32, 0x20, 0x01, 0x0D, 0xB8), // documentation
        new Prefix(IPV6, 16, 0x20, 0x02), // 6to4: carries any IPv4 address
        new Prefix(IPV6, 20, 0x3F, 0xFF, 0x00), // documentation
    };

    /** 64:ff9b::/96, the well-known NAT64 prefix (RFC 6052): as public as the IPv4 address in its last four octets. */
    private static final Prefix NAT64 = new Prefix(IPV6, 96, 0x00, 0x64, 0xFF, 0x9B);

    private AddressGuard() {}

    /**
     * Whether an address is one host of the public Internet.
     *
     * @param address IPv4 or IPv6
     * @return false for every special-purpose address of the IANA registries, and for IPv6 outside of 2000::/3
     */
    public static boolean isPublicUnicast(InetAddress address) {
        byte[] octets = Objects.requireNonNull(address, "address").getAddress();
        if (octets.length == IPV4) {
            return !anyCovers(REFUSED_IPV4, octets, 0);
        }
        if (NAT64.covers(octets, 0)) {
            return !anyCovers(REFUSED_IPV4, octets, IPV6 - IPV4);
        }
        return GLOBAL_UNICAST.covers(octets, 0) && !anyCovers(REFUSED_IPV6, octets, 0);
    }

    private static boolean anyCovers(Prefix[] table, byte[] octets, int from) {
        for (Prefix prefix : table) {
            if (prefix.covers(octets, from)) {
                return true;
            }
        }
        return false;
    }

    /** The first bits of an address. */
    private static final class Prefix {

        private final byte[] network;
        private final int wholeOctets;
        private final int lastMask;

        Prefix(int octets, int bits, int... leading) {
            network = new byte[octets + 1];
            for (int i = 0; i < leading.length; i++) {
                network[i] = (byte) leading[i];
            }
            wholeOctets = bits / 8;
            lastMask = 0xFF00 >> (bits % 8) & 0xFF;
        }

        boolean covers(byte[] octets, int from) {
            return Arrays.equals(network, 0, wholeOctets, octets, from, from + wholeOctets)
                    && (lastMask == 0 || ((network[wholeOctets] ^ octets[from + wholeOctets]) & lastMask) == 0);
        }
    }
}
