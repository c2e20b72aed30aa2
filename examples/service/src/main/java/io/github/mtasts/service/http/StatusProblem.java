package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import org.eclipse.jetty.http.HttpStatus;

/** What can be said when there is no more than a status. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(int status) {
        return Problem.of(status, HttpStatus.getMessage(status), detail(status));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this path. /openapi.json tells what there is.";
            case 405 -> "The header Allow lists the methods of this path.";
            case 408 -> "The request did not arrive in time.";
            case 413 -> "The body is larger than any that is taken here.";
            case 414 -> "The path and the query are longer than any that are taken here.";
            case 431 -> "The header is larger than any that is taken here.";
            case 503 -> "The service takes no requests for now.";
            default -> "There is no other answer to this request.";
        };
    }
}
