package io.github.mtasts.postfix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Queries a socketmap as Postfix does. */
final class SocketmapClient implements AutoCloseable {

    private static final int MILLISECONDS = 60_000;

    private final Socket socket = new Socket();

    SocketmapClient(InetSocketAddress server) {
        try {
            socket.connect(server, MILLISECONDS);
            socket.setSoTimeout(MILLISECONDS);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The reply, without the netstring around it. */
    String ask(String key) {
        String request = "postfix " + key;
        try {
            socket.getOutputStream()
                    .write((request.length() + ":" + request + ",").getBytes(StandardCharsets.ISO_8859_1));
            return reply(socket.getInputStream());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String reply(InputStream in) throws IOException {
        int length = 0;
        for (int octet = in.read(); octet != ':'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the server hung up");
            }
            length = length * 10 + octet - '0';
        }
        String reply = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        in.read();
        return reply;
    }
}
