package io.github.mtasts.service.access;

import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Why a request is refused. Nothing that the client sent is repeated: it could be a key. */
public final class Refusal {

    private static final String BEARER = "Bearer realm=\"mta-sts\"";

    /** An estimate: the operator has to read the log first. */
    private static final Duration UNTIL_FIXED = Duration.ofMinutes(1);

    private Refusal() {}

    /** 401: the request has no key. */
    public static ProblemException keyMissing() {
        return unauthorized(
                ProblemKind.KEY_MISSING,
                "An API key is required. Send it in a header: Authorization: Bearer KEY.",
                BEARER);
    }

    static ProblemException keyUnknown() {
        return invalidKey("Unknown API key: it was mistyped or has been revoked.");
    }

    static ProblemException keyExpired(String when) {
        return invalidKey("This API key expired " + when + ". Ask the operator of the service for a new one.");
    }

    static ProblemException keyReplaced() {
        return invalidKey("This API key was replaced by a new one, and is no longer accepted. Use the new one.");
    }

    static ProblemException invalidKey(String detail) {
        return unauthorized(ProblemKind.KEY_NOT_ACCEPTED, detail, BEARER + ", error=\"invalid_token\"");
    }

    static ProblemException keysUnreadable() {
        Problem problem = Problem.of(
                ProblemKind.KEYS_UNAVAILABLE,
                "The service cannot read its keys and accepts none. The reason is in its log; notify its operator.");
        return ProblemException.retryAfter(problem, UNTIL_FIXED);
    }

    /** 421: without keys, a request for another host, such as from a page that abuses DNS rebinding. */
    public static ProblemException notThisHost() {
        return new ProblemException(Problem.of(
                ProblemKind.MISDIRECTED_REQUEST,
                "Without keys the service answers only this machine: use localhost, 127.0.0.1 or [::1] as its host."));
    }

    static ProblemException unexpectedProxy() {
        return new ProblemException(Problem.of(
                ProblemKind.UNEXPECTED_PROXY,
                "The request came through a proxy, and the service runs without keys, so everyone who reaches the proxy could"
                        + " use it. Start the service with --keys, or with --behind-proxy if this is meant."));
    }

    /** 403: without keys, a request of a page on another site. */
    public static ProblemException foreignPage() {
        return new ProblemException(
                Problem.of(
                        ProblemKind.FORBIDDEN_ORIGIN,
                        "Without keys the service answers only its own pages. Start it with --keys to let other pages call it."));
    }

    /** 429: the address has exceeded its requests per minute. */
    public static ProblemException tooManyRequests(int limit, Duration wait) {
        return tooMany(ProblemKind.TOO_MANY_REQUESTS, "An address may make " + limit + " requests per minute.", wait);
    }

    static ProblemException tooManyChecks(String who, int limit, Duration wait) {
        return tooMany(
                ProblemKind.TOO_MANY_CHECKS,
                who + " may request " + limit + " checks per minute, and not enough of them are left.",
                wait);
    }

    static ProblemException neverThatMany(String who, int limit, int checks) {
        return new ProblemException(Problem.of(
                ProblemKind.TOO_LARGE_A_BATCH,
                "The request has " + checks + " domains, but " + who.toLowerCase(Locale.ROOT) + " may request only "
                        + limit + " checks per minute. Send fewer at a time."));
    }

    private static ProblemException tooMany(ProblemKind kind, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        String when = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return ProblemException.retryAfter(Problem.of(kind, detail + when), Duration.ofSeconds(seconds));
    }

    private static ProblemException unauthorized(ProblemKind kind, String detail, String challenge) {
        return new ProblemException(Problem.of(kind, detail), Map.of("WWW-Authenticate", challenge));
    }
}
