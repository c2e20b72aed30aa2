package io.github.mtasts.service.problem;

import java.time.Duration;
import java.util.Map;

/** Ends a request with a problem. It is not a bug, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** With headers of its own, such as {@code WWW-Authenticate}. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** Without headers of its own. */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** With the seconds after which to try again, rounded up, as {@code Retry-After}. */
    public static ProblemException retryAfter(Problem problem, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(problem, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** To be sent with it; empty for most. */
    public Map<String, String> headers() {
        return headers;
    }
}
