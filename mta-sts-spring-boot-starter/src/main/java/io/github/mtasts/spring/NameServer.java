package io.github.mtasts.spring;

import io.github.mtasts.http.AddressRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code ADDRESS} or {@code ADDRESS:PORT}, an IPv6 address in brackets. */
final class NameServer {

    private static final Pattern FORM =
            Pattern.compile("(?:([0-9.]+)|\\[([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)])(?::([0-9]{1,9}))?");
    private static final int DNS = 53;
    private static final int LAST_PORT = 65_535;

    private NameServer() {}

    /** {@link IllegalArgumentException} says what is wrong. */
    static InetSocketAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(text);
        }
        int port = form.group(3) == null ? DNS : Integer.parseInt(form.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    text + " is not the address of a name server: the port is 1 to " + LAST_PORT + ".");
        }
        return new InetSocketAddress(address(text, form.group(1) == null ? form.group(2) : form.group(1)), port);
    }

    private static InetAddress address(String text, String address) {
        try {
            return AddressRange.parse(address).network();
        } catch (IllegalArgumentException wrong) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(text + " is not the address of a name server: write an IP address,"
                + " such as 192.0.2.53, 192.0.2.53:5353, [2001:db8::53] or [2001:db8::53]:5353.");
    }
}
