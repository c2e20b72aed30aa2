package io.github.mtasts.service.http;

import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.json.Json;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.http.HttpException;

/** What becomes of requests that cannot be answered. */
final class ProblemRoutes implements Routes {

    private static final Duration BUSY = Duration.ofSeconds(5);

    @Override
    public void addTo(JavalinConfig config) {
        ErrorPage page = new ErrorPage();
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(new EveryRequest()));
        config.jetty.modifyServer(server -> server.setErrorHandler(page));
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(page);
            FilterHolder filter = new FilterHolder(new BrokenOff());
            filter.setAsyncSupported(true);
            context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        config.router.javaLangErrorHandler(ProblemRoutes::answer);
        config.routes.exception(ProblemException.class, (problem, context) -> Answer.problem(context, problem));
        config.routes.exception(BusyException.class, (busy, context) -> Answer.problem(context, tooMany()));
        config.routes.exception(HttpResponseException.class, (answer, context) -> Answer.problem(context, of(answer)));
        config.routes.exception(
                HttpException.RuntimeException.class,
                (unreadable, context) ->
                        Answer.problem(context, new ProblemException(StatusProblem.of(unreadable.getCode()))));
        config.routes.exception(
                IOException.class,
                (unread, context) -> Answer.problem(context, new ProblemException(StatusProblem.of(400))));
        config.routes.exception(
                Exception.class, (bug, context) -> Answer.problem(context, new ProblemException(Bug.problem(bug))));
        config.routes.error(408, context -> Answer.problem(context, new ProblemException(StatusProblem.of(408))));
    }

    private static ProblemException tooMany() {
        return ProblemException.retryAfter(
                Problem.of(503, "Busy", "Too many checks are under way. Try again in some seconds."), BUSY);
    }

    private static ProblemException of(HttpResponseException answer) {
        Problem problem = StatusProblem.of(answer.getStatus());
        if (!(answer instanceof MethodNotAllowedResponse)) {
            return new ProblemException(problem);
        }
        String methods = answer.getDetails().values().iterator().next();
        return new ProblemException(
                Problem.of(405, problem.title(), "This path is asked with " + methods + "."), Map.of("Allow", methods));
    }

    private static void answer(HttpServletResponse response, Error error) {
        Problem problem = Bug.problem(error);
        response.setStatus(problem.status());
        response.setContentType(Answer.PROBLEM);
        try {
            response.getOutputStream().write(Json.octets(problem.toMap()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
