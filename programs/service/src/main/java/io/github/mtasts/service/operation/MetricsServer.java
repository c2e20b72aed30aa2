package io.github.mtasts.service.operation;

import io.github.mtasts.kit.UserError;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;

/** Serves the metrics at a port of their own, which is not for the world. */
public final class MetricsServer implements AutoCloseable {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin javalin;

    /**
     * Begins to listen.
     *
     * @throws UserError when the address is in use
     */
    public MetricsServer(InetSocketAddress listen, Metrics metrics) {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.host = listen.getAddress().getHostAddress();
            config.jetty.port = listen.getPort();
            config.routes.get(
                    "/metrics", context -> context.contentType(PROMETHEUS_TEXT).result(metrics.page()));
        });
        try {
            javalin.start();
        } catch (JavalinBindException cause) {
            throw UserError.portInUse(listen, cause);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
