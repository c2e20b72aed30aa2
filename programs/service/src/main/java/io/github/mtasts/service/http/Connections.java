package io.github.mtasts.service.http;

import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What a connection may do: how long it may be silent, how large its headers are, and what a stop leaves it. */
final class Connections implements Routes {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration IDLE_IN_A_STOP = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration AFTER_THE_STOP = Duration.ofSeconds(2);
    private static final int MAX_CONNECTIONS = 2048;
    private static final int MAX_HEADERS = 8192;

    private final InetSocketAddress listen;
    private final RequestLine requests;
    private final Stopping stopping = new Stopping();
    private final Set<ServerConnector> connectors = ConcurrentHashMap.newKeySet();

    Connections(InetSocketAddress listen, RequestLine requests) {
        this.listen = listen;
        this.requests = requests;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.jetty.modifyServer(this::bound);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyHttpConfiguration(Connections::bound);
    }

    /** How many are open. */
    int count() {
        return connectors.stream()
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** Refuses what comes, and waits for up to half a minute for what is under way; whether all of it came to an end. */
    boolean drain() {
        return stopping.drain(GRACE);
    }

    private void bound(Server server) {
        server.setStopTimeout(AFTER_THE_STOP.toMillis());
        server.insertHandler(
                new WholeAnswers(request -> Request.getPathInContext(request).equals(ApiRoutes.BATCH)));
        server.insertHandler(stopping);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        server.setRequestLog(requests);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(listen.getAddress().getHostAddress());
        connector.setPort(listen.getPort());
        connector.setAcceptQueueSize(MAX_CONNECTIONS);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_IN_A_STOP.toMillis());
        connectors.add(connector);
        return connector;
    }

    private static void bound(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
    }
}
