package io.github.mtasts.service.problem;

import java.util.Locale;

/** The kinds of problem, each with its status, its title, and a section of {@code docs/problems.md} that is its type. */
public enum ProblemKind {
    MALFORMED_REQUEST(400, "Malformed request"),
    AMBIGUOUS_REQUEST(400, "Ambiguous request"),
    BAD_DOMAIN(400, "Bad domain"),
    BAD_PARAMETER(400, "Bad parameter"),
    BAD_BATCH(400, "Bad batch"),
    TOO_LARGE_A_BATCH(400, "Too large a batch"),
    BAD_ARGUMENT(400, "Bad argument"),
    BAD_SEAL(400, "Bad seal"),
    UNSUPPORTED_PROTOCOL_VERSION(400, "Unsupported protocol version"),
    KEY_MISSING(401, "Key missing"),
    KEY_NOT_ACCEPTED(401, "Key not accepted"),
    FORBIDDEN_ORIGIN(403, "Forbidden origin"),
    UNEXPECTED_PROXY(403, "Unexpected proxy"),
    NOT_FOUND(404, "Not found"),
    UNKNOWN_CODE(404, "Unknown code"),
    NO_SUCH_REPORT(404, "No such report"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    REQUEST_TIMEOUT(408, "Request timeout"),
    CONTENT_TOO_LARGE(413, "Content too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    MISDIRECTED_REQUEST(421, "Misdirected request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    TOO_MANY_CHECKS(429, "Too many checks"),
    TOO_MANY_BATCHES(429, "Too many batches"),
    TOO_MANY_REPORTS(429, "Too many reports"),
    HEADER_TOO_LARGE(431, "Header too large"),
    INTERNAL_ERROR(500, "Internal error"),
    BUSY(503, "Busy"),
    SHUTTING_DOWN(503, "Shutting down"),
    KEYS_UNAVAILABLE(503, "Keys unavailable"),
    UNSUPPORTED_HTTP_VERSION(505, "Unsupported HTTP version"),
    NO_ROOM(507, "No room");

    private static final String SECTIONS = "/docs/problems#";

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The heading of its section. */
    public String title() {
        return title;
    }

    /** The URI that names it (RFC 9457, section 3.1.1): the path of its section at this service. Never changed. */
    public String type() {
        return SECTIONS + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
