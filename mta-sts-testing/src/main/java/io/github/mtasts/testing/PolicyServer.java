package io.github.mtasts.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/**
 * A real HTTPS server for all policy hosts of a world, on one port of 127.0.0.1. It reads the ClientHello before it speaks
 * TLS, so that the host asked for can choose any fault; a healthy connection goes on to {@link HealthyHttps}.
 */
final class PolicyServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PolicyServer.class.getName());

    private final TestCa ca;
    private final ServerSocket listener;
    private final Map<String, ServedSite> sites = new ConcurrentHashMap<>();
    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final HealthyHttps healthy;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mta-sts test policy server");
        thread.setDaemon(true);
        return thread;
    });

    private PolicyServer(TestCa ca) throws IOException {
        this.ca = ca;
        this.healthy = new HealthyHttps(sites::get, requests::add);
        this.listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 500);
    }

    static PolicyServer start(TestCa ca) {
        try {
            PolicyServer server = new PolicyServer(ca);
            server.healthy.start();
            server.threads.execute(server::accept);
            return server;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Serves a site from now on, in place of the host's earlier one. */
    void serve(String policyHost, PolicySite site) {
        sites.put(policyHost, new ServedSite(policyHost, site, ca));
    }

    /** Serves the host no longer: a handshake fails, as for a name that was never served. */
    void remove(String policyHost) {
        sites.remove(policyHost);
    }

    /** The requests so far, in order. */
    List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were accepted so far. */
    int connections() {
        return accepted.get();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        connections.forEach(PolicyServer::closeQuietly);
        threads.shutdownNow();
        healthy.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connection.setTcpNoDelay(true);
                accepted.incrementAndGet();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                LOG.log(System.Logger.Level.DEBUG, "no longer accepting", closed);
            }
        }
    }

    private void serve(Socket connection) {
        try {
            ClientHello hello = ClientHello.read(connection.getInputStream());
            ServedSite served = sites.get(hello.serverName());
            if (served == null) {
                HandshakeFault.UNKNOWN_NAME.carryOut(connection);
            } else if (served.site().handshakeFault().isPresent()) {
                served.site().handshakeFault().get().carryOut(connection);
            } else if (served.site().answerFault().isPresent()) {
                answer(connection, hello, served, served.site().answerFault().get());
            } else {
                connections.remove(connection);
                healthy.handOver(connection, hello, served);
                return;
            }
        } catch (IOException clientWentAway) {
            LOG.log(System.Logger.Level.DEBUG, "a connection ended early", clientWentAway);
        }
        connections.remove(connection);
        closeQuietly(connection);
    }

    private void answer(Socket connection, ClientHello hello, ServedSite served, AnswerFault fault) throws IOException {
        try (SSLSocket tls = served.layer(connection, hello.octets())) {
            requests.add(RequestHead.read(hello.serverName(), tls));
            fault.write(served.site(), tls.getOutputStream());
            tls.shutdownOutput();
            tls.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception closing) {
            LOG.log(System.Logger.Level.DEBUG, "closing", closing);
        }
    }
}
