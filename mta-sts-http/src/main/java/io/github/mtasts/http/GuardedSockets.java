package io.github.mtasts.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/** Makes the socket of one attempt: it connects only to permitted addresses, past any proxy, and notices whether anything comes back. */
final class GuardedSockets extends SocketFactory {

    /** The fetcher must not connect to the address. */
    static final class BlockedAddress extends IOException {
        private static final long serialVersionUID = 1;

        BlockedAddress(InetAddress address) {
            super(address.getHostAddress() + " is not a public address");
        }
    }

    private final Predicate<InetAddress> permitted;
    private final BooleanSupplier cancelled;
    private volatile boolean connected;
    private volatile boolean unreachable;
    private volatile boolean heardFrom;
    private volatile boolean plainHttp;

    /**
     * Prepares it.
     *
     * @param cancelled whether the call was cancelled: OkHttp closes no socket for a cancellation that comes between TCP and TLS,
     *     and a silent server would then hold the thread for ever
     */
    GuardedSockets(Predicate<InetAddress> permitted, BooleanSupplier cancelled) {
        this.permitted = permitted;
        this.cancelled = cancelled;
    }

    boolean connected() {
        return connected;
    }

    /**
     * Whether this machine has no way to the address: no route, no such protocol family, its own firewall. A refusal and silence
     * are told by exceptions of their own.
     */
    boolean unreachable() {
        return unreachable;
    }

    /** Whether anything at all came from the server. */
    boolean heardFrom() {
        return heardFrom;
    }

    boolean heardPlainHttp() {
        return plainHttp;
    }

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    private final class Guarded extends Socket {

        Guarded() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = ((InetSocketAddress) endpoint).getAddress();
            if (!permitted.test(address)) {
                throw new BlockedAddress(address);
            }
            try {
                super.connect(endpoint, timeout);
            } catch (ConnectException answered) {
                throw answered;
            } catch (SocketException ours) {
                unreachable = true;
                throw ours;
            }
            setTcpNoDelay(true); // the request follows the handshake's last flight at once
            connected = true;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new SocketException("Socket closed");
            }
            return new Listening(super.getInputStream());
        }
    }

    private final class Listening extends FilterInputStream {

        Listening(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            if (octet >= 0) {
                heard(new byte[] {(byte) octet}, 0, 1);
            }
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = in.read(into, from, length);
            heard(into, from, count);
            return count;
        }

        private void heard(byte[] octets, int from, int count) {
            if (count > 0 && !heardFrom) {
                plainHttp = new String(octets, from, count, StandardCharsets.ISO_8859_1).startsWith("HTTP");
                heardFrom = true;
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }
}
