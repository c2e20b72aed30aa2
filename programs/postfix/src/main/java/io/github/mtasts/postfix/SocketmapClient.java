package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

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
        try {
            socket.getOutputStream().write(Socketmap.netstring("postfix " + key).bytes());
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
        String reply = Octets.of(in.readNBytes(length)).decoded();
        in.read();
        return reply;
    }
}
