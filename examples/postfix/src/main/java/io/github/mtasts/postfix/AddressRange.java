package io.github.mtasts.postfix;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Addresses that begin with the same bits (RFC 4632).
 *
 * @param network an address of the range
 * @param prefix how many bits of it count
 */
record AddressRange(InetAddress network, int prefix) implements Predicate<InetAddress> {

    /** One address, or CIDR notation; {@link IllegalArgumentException} says what is wrong. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return new AddressRange(network, bits);
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
            throw new IllegalArgumentException(
                    text + " is no CIDR block: after the slash stands a number from 0 to " + bits);
        }
        return new AddressRange(network, Integer.parseInt(digits));
    }

    @Override
    public boolean test(InetAddress address) {
        int bits = network.getAddress().length * Byte.SIZE;
        return address.getAddress().length == network.getAddress().length
                && begin(address, bits).equals(begin(network, bits));
    }

    private BigInteger begin(InetAddress address, int bits) {
        return new BigInteger(1, address.getAddress()).shiftRight(bits - prefix);
    }
}
