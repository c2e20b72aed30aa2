package io.github.mtasts.service.http;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.operation.Metrics;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, and what holds for every request. */
public final class ApiServer implements AutoCloseable {

    private static final String API = "/v1/*";

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final QueuedThreadPool threads = new QueuedThreadPool();
    private final Connections connections;
    private final Javalin javalin;

    private ApiServer(InetSocketAddress listen, Access access, Metrics metrics, List<Routes> parts) {
        connections = new Connections(listen, new RequestLine(metrics));
        metrics.watch(threads, connections::count);
        javalin = Javalin.create(config -> {
            startQuietly(config);
            connections.addTo(config);
            config.routes.before(context -> Attributes.threads(context, threads));
            config.routes.beforeMatched(Attributes::route);
            config.routes.beforeMatched(API, context -> Attributes.client(context, access.admit(context.req())));
            new ProblemRoutes().addTo(config);
            parts.forEach(part -> part.addTo(config));
        });
    }

    /**
     * Begins to listen.
     *
     * @throws UserError when the address is in use
     */
    public static ApiServer start(InetSocketAddress listen, Access access, Metrics metrics, List<Routes> parts) {
        ApiServer server = new ApiServer(listen, access, metrics, parts);
        try {
            server.javalin.start();
        } catch (JavalinBindException cause) {
            throw UserError.portInUse(listen, cause);
        }
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Refuses what comes, finishes for up to half a minute what is under way, and stops. */
    @Override
    public void close() {
        LOG.info("stopping: what is under way is finished, for up to half a minute");
        if (!connections.drain()) {
            LOG.warn("what takes longer than that is cut off");
        }
        try {
            javalin.stop();
        } catch (JavalinException late) {
            LOG.debug("connections were cut off", late);
        }
    }

    private void startQuietly(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads;
        config.http.prefer405over404 = true;
    }
}
