package io.github.mtasts.service.http;

import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/** Why a request is not answered, made of an error or of a status alone. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The title of a problem with status 413. */
    static final String TOO_LARGE = "Content too large";

    private static final Duration BUSY = Duration.ofSeconds(5);

    private Problems() {}

    static ProblemException of(Throwable error) {
        if (error instanceof ProblemException problem) {
            return problem;
        }
        if (error instanceof BusyException) {
            return ProblemException.retryAfter(
                    Problem.of(503, "Busy", "Too many checks are in progress. Try again in a few seconds."), BUSY);
        }
        if (error instanceof HttpException unreadable) {
            return ofStatus(unreadable.getCode());
        }
        if (error instanceof TimeoutException) {
            return ofStatus(408);
        }
        return error instanceof IOException ? ofStatus(400) : new ProblemException(Bug.problem(error));
    }

    static ProblemException ofStatus(int status) {
        String title = status == 413 ? TOO_LARGE : HttpStatus.getMessage(status);
        return new ProblemException(Problem.of(status, title, detail(status)));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 404 -> "Nothing is served at this path. See /openapi.json for the paths of the API.";
            case 408 -> "The request did not arrive in time.";
            case 413 -> "The body must not exceed 256 KiB.";
            case 414 -> "The path and query together must not exceed about 8,000 octets.";
            case 431 -> "The request header must not exceed 8,192 octets.";
            case 503 -> "The service is shutting down and accepts no more requests.";
            default -> "The request could not be answered.";
        };
    }
}
