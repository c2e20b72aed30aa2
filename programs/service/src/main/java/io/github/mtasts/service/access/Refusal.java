package io.github.mtasts.service.access;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Why a request is not answered. Nothing of what the client sent is repeated: it could be a key. */
final class Refusal {

    private static final String BEARER = "Bearer realm=\"mta-sts\"";

    /** A guess: people have to see the log first. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private Refusal() {}

    static ProblemException keyMissing() {
        return unauthorized("A key is needed. Send it in a header: Authorization: Bearer KEY.", BEARER);
    }

    static ProblemException keyUnknown() {
        return invalidKey("There is no such key. It was mistyped, or has been revoked.");
    }

    static ProblemException invalidKey(String detail) {
        return unauthorized(detail, BEARER + ", error=\"invalid_token\"");
    }

    static ProblemException keysUnreadable() {
        Problem problem = Problem.of(
                503,
                "Keys unavailable",
                "The service cannot read its keys, so it accepts none. Its log says why; tell its operator.");
        return ProblemException.retryAfter(problem, UNTIL_MENDED);
    }

    static ProblemException notThisHost() {
        return new ProblemException(Problem.of(
                421,
                "Misdirected request",
                "Without keys the service answers this machine alone: ask it as localhost, 127.0.0.1 or [::1]."));
    }

    static ProblemException foreignPage() {
        return new ProblemException(Problem.of(
                403,
                "Forbidden origin",
                "Without keys the service answers no pages but its own. Start it with --keys to let others ask it."));
    }

    static ProblemException tooManyRequests(int limit, Duration wait) {
        return tooMany("An address may make " + limit + " requests a minute.", wait);
    }

    static ProblemException tooManyChecks(String who, int limit, Duration wait) {
        return tooMany(who + " may ask for " + limit + " checks a minute, and too few of them are left.", wait);
    }

    static ProblemException neverThatMany(String who, int limit, int checks) {
        return new ProblemException(Problem.of(
                400,
                "Too large a batch",
                "These are " + checks + " checks at once, and " + who.toLowerCase(Locale.ROOT) + " may ask for " + limit
                        + " a minute. Send fewer at a time."));
    }

    private static ProblemException tooMany(String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        String when = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return ProblemException.retryAfter(
                Problem.of(429, "Too many requests", detail + when), Duration.ofSeconds(seconds));
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(Problem.of(401, "Unauthorized", detail), Map.of("WWW-Authenticate", challenge));
    }
}
