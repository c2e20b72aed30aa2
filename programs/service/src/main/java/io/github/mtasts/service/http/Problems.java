package io.github.mtasts.service.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Why a request is not answered, made of an error or of a status alone, and how that is sent. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration UNTIL_RESTARTED = Duration.ofSeconds(30);

    private static final Map<ProblemKind, String> DETAILS = Map.of(
            ProblemKind.NOT_FOUND, "Nothing is served at this path. See /openapi.json for the paths of the API.",
            ProblemKind.REQUEST_TIMEOUT, "The request did not arrive in time.",
            ProblemKind.CONTENT_TOO_LARGE, "The body must not exceed 256 KiB.",
            ProblemKind.URI_TOO_LONG, "The path and query together must not exceed about 8,000 octets.",
            ProblemKind.HEADER_TOO_LARGE, "The request header must not exceed 8,192 octets.",
            ProblemKind.SHUTTING_DOWN, "The service is shutting down and accepts no more requests.",
            ProblemKind.UNSUPPORTED_HTTP_VERSION, "The service speaks HTTP/1.1 and HTTP/1.0.");

    /** What Jetty says of a status alone. */
    private static final Map<Integer, ProblemKind> KINDS =
            DETAILS.keySet().stream().collect(toUnmodifiableMap(ProblemKind::status, kind -> kind));

    private Problems() {}

    static ProblemException of(Throwable error) {
        if (error instanceof ProblemException problem) {
            return problem;
        }
        if (error instanceof BusyException) {
            return ProblemException.retryAfter(
                    Problem.of(ProblemKind.BUSY, "Too many checks are in progress. Try again in a few seconds."), BUSY);
        }
        if (error instanceof HttpException unreadable) {
            return Unread.problem(unreadable.getReason()).orElseGet(() -> ofStatus(unreadable.getCode()));
        }
        if (error instanceof TimeoutException) {
            return of(ProblemKind.REQUEST_TIMEOUT);
        }
        return error instanceof IOException
                ? of(ProblemKind.MALFORMED_REQUEST)
                : new ProblemException(Bug.problem(error));
    }

    /** A problem of which no more is known than its status. */
    static ProblemException ofStatus(int status) {
        return of(KINDS.getOrDefault(status, ProblemKind.MALFORMED_REQUEST));
    }

    static ProblemException of(ProblemKind kind) {
        Problem problem = Problem.of(kind, DETAILS.getOrDefault(kind, "The request is malformed."));
        return kind == ProblemKind.SHUTTING_DOWN
                ? ProblemException.retryAfter(problem, UNTIL_RESTARTED)
                : new ProblemException(problem);
    }

    /** Answers with a problem: as a page for people, as JSON for programs. */
    static void send(ProblemException refused, Request request, Response response, Callback callback) {
        Problem problem = refused.problem();
        response.setStatus(problem.status());
        refused.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT.asString());
        byte[] octets;
        if (prefersHtml(Accept.of(request.getHeaders()))) {
            HtmlAnswer.HEADERS.forEach(response.getHeaders()::put);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, HtmlAnswer.MEDIA_TYPE);
            octets = ProblemPage.of(problem);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
            octets = Json.octets(problem.toMap());
        }
        response.write(true, ByteBuffer.wrap(octets), callback);
    }

    /** As browsers do, which name HTML before anything else. */
    private static boolean prefersHtml(Accept accept) {
        return accept.prefers("text/html", MEDIA_TYPE) && accept.prefers("text/html", "application/json");
    }
}
