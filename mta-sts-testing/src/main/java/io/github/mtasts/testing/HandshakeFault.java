package io.github.mtasts.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a server does in place of a TLS handshake, once it has read the ClientHello. */
enum HandshakeFault {
    RESET(""),
    SILENCE(""),
    /** The fatal alert handshake_failure (RFC 8446, section 6.2). */
    ALERT("15 03 03 00 02 02 28"),
    /** The fatal alert unrecognized_name: no such site here. */
    UNKNOWN_NAME("15 03 03 00 02 02 70"),
    /** A ServerHello of TLS 1.1: no session id, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, no compression. */
    TLS_1_1_ONLY("16 03 02 00 2a 02 00 00 26 03 02 " + "5a ".repeat(32) + "00 c0 13 00"),
    PLAIN_HTTP(HexFormat.ofDelimiter(" ")
            .formatHex("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII)));

    private final String hex;

    HandshakeFault(String hex) {
        this.hex = hex;
    }

    void carryOut(Socket connection) throws IOException {
        if (this == RESET) {
            connection.setSoLinger(true, 0);
            return;
        }
        connection.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
        if (this != SILENCE) {
            connection.shutdownOutput();
        }
        // Closing with unread octets would reset the connection, and the client might never read what was sent.
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
