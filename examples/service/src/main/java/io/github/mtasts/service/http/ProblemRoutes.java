package io.github.mtasts.service.http;

import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.time.Duration;

/** What becomes of requests that cannot be answered. */
final class ProblemRoutes implements Routes {

    private static final Duration BUSY = Duration.ofSeconds(5);

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.exception(ProblemException.class, (problem, context) -> Answer.problem(context, problem));
        config.routes.exception(BusyException.class, (busy, context) -> Answer.problem(context, tooMany()));
        config.routes.exception(HttpResponseException.class, (answer, context) -> Answer.problem(context, of(answer)));
    }

    private static ProblemException tooMany() {
        return ProblemException.retryAfter(
                Problem.of(503, "Busy", "Too many checks are under way. Try again in some seconds."), BUSY);
    }

    private static ProblemException of(HttpResponseException answer) {
        return new ProblemException(Problem.of(
                answer.getStatus(), String.valueOf(answer.getMessage()), "There is no answer to this request."));
    }
}
