package io.github.mtasts.check;

import java.net.InetSocketAddress;

/** Reads {@code ADDRESS[:PORT]}, an IPv6 address in brackets where a port follows. */
final class ServerAddress {

    private static final int DNS = 53;
    private static final int LAST_PORT = 65_535;

    private ServerAddress() {}

    /** {@link IllegalArgumentException} says what is wrong. */
    static InetSocketAddress parse(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return at(text.substring(1, bracket), text.substring(bracket + 1));
        }
        int colon = text.indexOf(':');
        boolean port = colon >= 0 && colon == text.lastIndexOf(':');
        return port ? at(text.substring(0, colon), text.substring(colon)) : at(text, "");
    }

    private static InetSocketAddress at(String address, String port) {
        if (!port.isEmpty() && !port.matches(":\\d{1,5}")) {
            throw new IllegalArgumentException("after the address stands a colon and a port, or nothing: " + port);
        }
        int number = port.isEmpty() ? DNS : Integer.parseInt(port.substring(1));
        if (number < 1 || number > LAST_PORT) {
            throw new IllegalArgumentException(number + " is no port");
        }
        return new InetSocketAddress(AddressLiteral.parse(address), number);
    }
}
