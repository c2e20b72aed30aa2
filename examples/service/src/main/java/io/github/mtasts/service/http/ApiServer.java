package io.github.mtasts.service.http;

import io.github.mtasts.options.UserError;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: routes, and what holds for every request. */
public final class ApiServer implements AutoCloseable {

    private static final String API = "/v1/*";
    private static final String CHECK = "/v1/security/mta-sts";

    private final Access access;
    private final QueuedThreadPool threads = new QueuedThreadPool();
    private final Javalin javalin;

    private ApiServer(InetSocketAddress listen, Checks checks, Access access) {
        this.access = access;
        CheckRoute check = new CheckRoute(checks, access);
        javalin = Javalin.create(config -> {
            serve(config, listen);
            RoutesConfig routes = config.routes;
            routes.before(context -> Attributes.threads(context, (Executor) threads));
            routes.before(API, this::admit);
            routes.get(CHECK, check);
            routes.post(CHECK, check);
            routes.exception(ProblemException.class, (problem, context) -> Answer.problem(context, problem));
            routes.exception(BusyException.class, (busy, context) -> Answer.problem(context, tooMany()));
            routes.exception(HttpResponseException.class, (answer, context) -> Answer.problem(context, of(answer)));
        });
    }

    /**
     * Begins to listen.
     *
     * @throws UserError when the address is in use
     */
    public static ApiServer start(InetSocketAddress listen, Checks checks, Access access) {
        ApiServer server = new ApiServer(listen, checks, access);
        try {
            server.javalin.start();
        } catch (JavalinBindException cause) {
            throw UserError.cannotListen(listen, cause);
        }
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void serve(JavalinConfig config, InetSocketAddress listen) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = listen.getAddress().getHostAddress();
        config.jetty.port = listen.getPort();
        config.jetty.threadPool = threads;
        config.http.prefer405over404 = true;
    }

    private void admit(Context context) {
        Attributes.client(context, access.admit(context.header("Authorization"), address(context)));
    }

    private static InetAddress address(Context context) {
        try {
            return InetAddress.getByName(context.req().getRemoteAddr());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the server gives addresses, not names", impossible);
        }
    }

    private static ProblemException tooMany() {
        return ProblemException.retryAfter(
                Problem.of(503, "Busy", "Too many checks are under way. Try again in some seconds."),
                Duration.ofSeconds(5));
    }

    private static ProblemException of(HttpResponseException answer) {
        return new ProblemException(Problem.of(
                answer.getStatus(), String.valueOf(answer.getMessage()), "There is no answer to this request."));
    }
}
