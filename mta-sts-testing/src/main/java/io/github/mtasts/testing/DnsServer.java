package io.github.mtasts.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on 127.0.0.1, UDP and TCP on one port that the system chose, which answers as a recursive resolver does. */
final class DnsServer implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int RECEIVE_BUFFER = 1 << 20;
    private static final int TRIES = 20;

    private final DnsResponder responder;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private DnsServer(DnsZone zone, ServerSocket tcp, DatagramSocket udp) {
        this.responder = new DnsResponder(zone);
        this.tcp = tcp;
        this.udp = udp;
    }

    static DnsServer start(DnsZone zone) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            for (int i = 1; ; i++) {
                ServerSocket tcp = new ServerSocket(0, BACKLOG, loopback);
                try {
                    DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
                    udp.setReceiveBufferSize(RECEIVE_BUFFER);
                    DnsServer server = new DnsServer(zone, tcp, udp);
                    run(server::serveUdp);
                    run(server::acceptTcp);
                    return server;
                } catch (BindException takenOverUdp) {
                    tcp.close();
                    if (i == TRIES) {
                        throw takenOverUdp;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a DNS server on loopback", e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) tcp.getLocalSocketAddress();
    }

    @Override
    public void close() {
        try {
            udp.close();
            tcp.close();
            for (Socket each : connections) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "mta-sts-test-dns");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        try {
            while (true) {
                packet.setLength(65535);
                udp.receive(packet);
                for (byte[] datagram : responder.overUdp(Arrays.copyOf(packet.getData(), packet.getLength()))) {
                    udp.send(new DatagramPacket(datagram, datagram.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            endedBy(e, udp.isClosed());
        }
    }

    private void acceptTcp() {
        try {
            while (true) {
                Socket connection = tcp.accept();
                connections.add(connection);
                if (tcp.isClosed()) {
                    connection.close();
                }
                run(() -> serveTcp(connection));
            }
        } catch (IOException e) {
            endedBy(e, tcp.isClosed());
        }
    }

    private void serveTcp(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            for (int high = in.read(); high >= 0; high = in.read()) {
                byte[] query = new byte[high << 8 | in.readUnsignedByte()];
                in.readFully(query);
                for (byte[] message : responder.overTcp(query)) {
                    byte[] framed = new byte[message.length + 2];
                    framed[0] = (byte) (message.length >> 8);
                    framed[1] = (byte) message.length;
                    System.arraycopy(message, 0, framed, 2, message.length);
                    out.write(framed);
                }
            }
            connections.remove(connection);
        } catch (IOException clientLeft) {
            connections.remove(connection);
        }
    }

    /** Closing a socket is what ends its thread; any other end is a fault of the server, and must be seen. */
    private static void endedBy(IOException cause, boolean closed) {
        if (!closed) {
            throw new UncheckedIOException(cause);
        }
    }
}
