package io.github.mtasts.kit;

import io.github.mtasts.http.AddressRange;
import java.net.InetAddress;

/** Reads an IP address and never uses the DNS, as {@link InetAddress#getByName} does for other text. */
public final class AddressLiteral {

    private AddressLiteral() {}

    /**
     * The address in a text.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public static InetAddress parse(String text) {
        if (text.indexOf('/') >= 0) {
            throw new IllegalArgumentException(text + " is not an IP address");
        }
        return AddressRange.parse(text).network();
    }
}
