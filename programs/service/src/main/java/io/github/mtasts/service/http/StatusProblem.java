package io.github.mtasts.service.http;

import io.github.mtasts.service.problem.Problem;
import org.eclipse.jetty.http.HttpStatus;

/** What can be said when there is no more than a status. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(int status) {
        return Problem.of(status, status == 413 ? Body.TOO_LARGE : HttpStatus.getMessage(status), detail(status));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this path. /openapi.json tells what there is.";
            case 408 -> "The request did not arrive in time.";
            case 413 -> "A body has at most 256 KiB.";
            case 414 -> "The path and the query have at most some 8,000 octets.";
            case 431 -> "The header has at most 8,192 octets.";
            case 503 -> "The service takes no requests for now.";
            default -> "There is no other answer to this request.";
        };
    }
}
