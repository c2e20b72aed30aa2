package io.github.mtasts.kit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads an IP address and never uses the DNS, as {@link InetAddress#getByName} does for other text. */
public final class AddressLiteral {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private AddressLiteral() {}

    /**
     * The address in a text.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public static InetAddress parse(String text) {
        if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException cause) {
                throw new IllegalArgumentException(text + " is not an IP address", cause);
            }
        }
        throw new IllegalArgumentException(text + " is not an IP address");
    }
}
