package io.github.mtasts.service.http;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.operation.CutOff;
import io.github.mtasts.service.operation.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on Jetty's core, and what holds for each of its connections: how long it may be silent, how large its headers are. */
public final class ApiServer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration IDLE_IN_A_STOP = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration AFTER_THE_STOP = Duration.ofSeconds(2);
    private static final int MAX_HEADERS = 8192;
    private static final int SEND_BUFFER = 128 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final QueuedThreadPool threads = new QueuedThreadPool();
    private final Server server;
    private final ServerConnector connector;
    private final Stopping stopping;
    private final Connections connections;

    private ApiServer(
            InetSocketAddress listen, Handler handler, Limits limits, Scheduler scheduler, Consumer<CutOff> cutOff) {
        server = new Server(threads, scheduler, null);
        connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        stopping = new Stopping(new SentOctets(new Head(new Unambiguous(handler))));
        connections = new Connections(stopping, limits, cutOff);
        connector.setHost(listen.getAddress().getHostAddress());
        connector.setPort(listen.getPort());
        connector.setAcceptQueueSize(limits.connections());
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_IN_A_STOP.toMillis());
        server.addConnector(connector);
        connector.addBean(connections, false);
        server.setStopTimeout(AFTER_THE_STOP.toMillis());
        server.setErrorHandler(new ErrorPage());
        server.setHandler(connections);
    }

    /**
     * Starts a server that writes a line for each request, and is measured.
     *
     * @throws UserError when the address is in use
     */
    public static ApiServer start(InetSocketAddress listen, Metrics metrics, List<Routes> parts, Limits limits) {
        return start(listen, metrics, parts, limits, new ScheduledExecutorScheduler());
    }

    /** With what measures the time that clients may take. */
    static ApiServer start(
            InetSocketAddress listen, Metrics metrics, List<Routes> parts, Limits limits, Scheduler scheduler) {
        Handler answers = new Answers(router(parts), limits.unread(), metrics::cutOff);
        ApiServer started = new ApiServer(listen, compressed(answers), limits, scheduler, metrics::cutOff);
        metrics.watch(
                started.threads, () -> started.connector.getConnectedEndPoints().size());
        started.server.setRequestLog(new RequestLine(metrics));
        return started.listening(listen);
    }

    /**
     * Starts a server without either, for a port that is not public.
     *
     * @throws UserError when the address is in use
     */
    public static ApiServer startPlain(InetSocketAddress listen, Routes... parts) {
        return new ApiServer(
                        listen,
                        router(List.of(parts)),
                        Limits.behind(List.of()),
                        new ScheduledExecutorScheduler(),
                        reason -> {})
                .listening(listen);
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Refuses new requests, gives those in progress half a minute, and stops. */
    @Override
    public void close() {
        if (!stopping.drain(GRACE)) {
            LOG.warn("some requests took longer than {} s to finish and are cut off", GRACE.toSeconds());
        }
        try {
            server.stop();
        } catch (Exception late) {
            LOG.debug("connections were cut off", late);
        }
    }

    private ApiServer listening(InetSocketAddress listen) {
        try {
            server.start();
            sweepLater();
            return this;
        } catch (IOException cause) {
            threads.setStopTimeout(0);
            close();
            throw UserError.portInUse(listen, cause);
        } catch (Exception bug) {
            throw new IllegalStateException(bug);
        }
    }

    private void sweepLater() {
        server.getScheduler()
                .schedule(
                        () -> {
                            connections.sweep();
                            sweepLater();
                        },
                        Connections.SWEEP_MS,
                        TimeUnit.MILLISECONDS);
    }

    private static Router router(List<Routes> parts) {
        Router router = new Router();
        parts.forEach(part -> part.addTo(router));
        return router;
    }

    /** Not of requests, which could be bombs, nor of batches, whose lines it would hold back. */
    private static Handler compressed(Handler handler) {
        CompressionHandler compression = new CompressionHandler(handler);
        compression.putCompression(new GzipCompression());
        compression.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .decompressExcludePath("/*")
                        .compressExcludePath(ApiRoutes.BATCH + "/*")
                        .build());
        return compression;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        return http;
    }
}
