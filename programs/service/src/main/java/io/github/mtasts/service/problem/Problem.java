package io.github.mtasts.service.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, as {@code application/problem+json} has it (RFC 9457).
 *
 * @param kind what all problems of its kind share
 * @param detail what is wrong this time, and what to do; remote text in it is escaped and bounded
 * @param extensions further members; empty for most
 */
public record Problem(ProblemKind kind, String detail, Map<String, ?> extensions) {

    /** Copies the extensions. */
    public Problem {
        extensions = Map.copyOf(extensions);
    }

    /** A problem without further members. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Map.of());
    }

    /** The HTTP status. */
    public int status() {
        return kind.status();
    }

    /** {@code type, title, status, detail}, and the extensions. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("type", kind.type());
        map.put("title", kind.title());
        map.put("status", status());
        map.put("detail", detail);
        map.putAll(extensions);
        return map;
    }
}
