package io.github.mtasts.service.http;

import io.github.mtasts.service.json.Json;
import io.github.mtasts.service.problem.ProblemException;
import io.javalin.http.Context;

/** How answers are written. */
final class Answer {

    static final String PROBLEM = "application/problem+json";

    private Answer() {}

    static void json(Context context, int status, Object value) {
        context.status(status).contentType("application/json").result(Json.octets(value));
    }

    static void problem(Context context, ProblemException exception) {
        exception.headers().forEach(context::header);
        context.status(exception.problem().status())
                .contentType(PROBLEM)
                .result(Json.octets(exception.problem().toMap()));
    }
}
