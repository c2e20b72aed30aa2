package io.github.mtasts.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The first message of a TLS client (RFC 8446, section 4.1.2), read off the wire before any TLS is spoken. */
final class ClientHello {

    private static final int HANDSHAKE = 22;
    private static final int SERVER_NAME = 0;

    private final byte[] octets;
    private final String serverName;

    private ClientHello(byte[] octets, String serverName) {
        this.octets = octets;
        this.serverName = serverName;
    }

    static ClientHello read(InputStream connection) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        do {
            byte[] header = exactly(5, connection);
            if (header[0] != HANDSHAKE) {
                throw new IOException("not a TLS handshake");
            }
            byte[] fragment = exactly(unsigned(header, 3), connection);
            records.write(header);
            records.write(fragment);
            message.write(fragment);
        } while (message.size() < 4 || message.size() < 4 + length(message.toByteArray()));
        return new ClientHello(records.toByteArray(), serverName(message.toByteArray()));
    }

    /** All that was read, for TLS to read again. */
    InputStream octets() {
        return new ByteArrayInputStream(octets);
    }

    /** The host asked for (SNI), in lower case; empty when none was. */
    String serverName() {
        return serverName;
    }

    private static String serverName(byte[] message) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
        in.skipNBytes(4 + 2 + 32); // type and length, version, random
        in.skipNBytes(in.readUnsignedByte()); // session id
        in.skipNBytes(in.readUnsignedShort()); // cipher suites
        in.skipNBytes(in.readUnsignedByte()); // compression methods
        if (in.available() == 0) {
            return "";
        }
        in.skipNBytes(2); // length of all extensions
        while (in.available() > 0) {
            int type = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            if (type == SERVER_NAME) {
                in.skipNBytes(3); // length of the list, type of the name (RFC 6066, section 3)
                byte[] name = in.readNBytes(in.readUnsignedShort());
                return new String(name, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            }
            in.skipNBytes(length);
        }
        return "";
    }

    private static int length(byte[] message) {
        return ((message[1] & 0xFF) << 16) | unsigned(message, 2);
    }

    private static int unsigned(byte[] octets, int at) {
        return ((octets[at] & 0xFF) << 8) | (octets[at + 1] & 0xFF);
    }

    private static byte[] exactly(int count, InputStream in) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length < count) {
            throw new EOFException("the client went away");
        }
        return octets;
    }
}
