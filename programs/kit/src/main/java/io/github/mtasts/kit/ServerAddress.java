package io.github.mtasts.kit;

import java.net.InetSocketAddress;

/** Reads {@code ADDRESS:PORT}, an IPv6 address in brackets. */
public final class ServerAddress {

    private static final int LAST_PORT = 65_535;

    private ServerAddress() {}

    /** A name server, with or without a port; {@link IllegalArgumentException} says what is wrong. */
    public static InetSocketAddress ofResolver(String text) {
        return parse(
                hasPort(text)
                        ? text
                        : (text.indexOf(':') < 0 || text.startsWith("[") ? text : "[" + text + "]") + ":53",
                1);
    }

    /** An address of this machine, where port 0 lets the system choose; {@link IllegalArgumentException} says what is wrong. */
    public static InetSocketAddress toListen(String text) {
        if (!hasPort(text)) {
            throw new IllegalArgumentException(text + " is not an address with a port, such as 127.0.0.1:8000");
        }
        return parse(text, 0);
    }

    /** Address and port as users write them. */
    public static String shown(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private static boolean hasPort(String text) {
        int colon = text.lastIndexOf(':');
        return colon > 0 && (text.charAt(colon - 1) == ']' || text.indexOf(':') == colon);
    }

    private static InetSocketAddress parse(String text, int firstPort) {
        int colon = text.lastIndexOf(':');
        String address = text.substring(0, colon);
        if (address.startsWith("[") && address.endsWith("]")) {
            address = address.substring(1, address.length() - 1);
        }
        String port = text.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < firstPort || Integer.parseInt(port) > LAST_PORT) {
            throw new IllegalArgumentException("port out of range (" + firstPort + " to " + LAST_PORT + "): " + port);
        }
        return new InetSocketAddress(AddressLiteral.parse(address), Integer.parseInt(port));
    }
}
