package io.github.mtasts.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits (RFC 4632): what a fetcher may connect to in an intranet.
 *
 * @param network the network address: all bits after the prefix are 0
 * @param prefix how many of its leading bits are significant
 */
public record AddressRange(InetAddress network, int prefix) implements Predicate<InetAddress> {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** Rejects a prefix that is longer than the address, and bits after it, with {@link IllegalArgumentException}. */
    public AddressRange {
        Objects.requireNonNull(network, "network");
        if (prefix < 0 || prefix > bits(network)) {
            throw new IllegalArgumentException("prefix out of range (0 to " + bits(network) + "): " + prefix);
        }
        InetAddress first = first(network, prefix);
        if (!first.equals(network)) {
            throw new IllegalArgumentException(network.getHostAddress() + "/" + prefix
                    + " has bits after its prefix: the network address is " + first.getHostAddress());
        }
    }

    /**
     * Reads one address, or a range in CIDR notation. Never uses the DNS.
     *
     * @param text such as {@code 10.0.0.0/8}, {@code fd00::/8} or {@code 192.0.2.1}
     * @return the range
     * @throws IllegalArgumentException says what is wrong
     */
    public static AddressRange parse(String text) {
        int slash = Objects.requireNonNull(text, "text").indexOf('/');
        InetAddress network = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return new AddressRange(network, bits(network));
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits(network)) {
            throw new IllegalArgumentException(
                    text + " is not a CIDR block: the number after the slash is 0 to " + bits(network));
        }
        return new AddressRange(network, Integer.parseInt(digits));
    }

    /**
     * Whether an address is in the range.
     *
     * @param address of either family; never in a range of the other family
     * @return whether it begins with the same bits
     */
    @Override
    public boolean test(InetAddress address) {
        byte[] one = network.getAddress();
        byte[] other = Objects.requireNonNull(address, "address").getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int octet = bit / Byte.SIZE;
            int mask = prefix - bit >= Byte.SIZE ? 0xFF : 0xFF00 >> (prefix - bit) & 0xFF;
            if (((one[octet] ^ other[octet]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** CIDR notation. */
    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }

    /** {@link InetAddress#getByName} uses the DNS for other text. */
    private static InetAddress address(String text) {
        if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException cause) {
                throw new IllegalArgumentException(text + " is not an IP address", cause);
            }
        }
        throw new IllegalArgumentException(text + " is not an IP address");
    }

    private static InetAddress first(InetAddress address, int prefix) {
        byte[] octets = address.getAddress();
        for (int bit = prefix; bit < bits(address); bit++) {
            octets[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException ofAnotherLength) {
            throw new IllegalStateException(ofAnotherLength);
        }
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
