package io.github.mtasts.service.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, as {@code application/problem+json} has it (RFC 9457).
 *
 * @param status the HTTP status
 * @param title what kind of problem it is; always the same for one kind
 * @param detail what is wrong this time, and what to do; remote text in it is escaped and bounded
 * @param extensions further members; empty for most
 */
public record Problem(int status, String title, String detail, Map<String, ?> extensions) {

    /** Copies the extensions. */
    public Problem {
        extensions = Map.copyOf(extensions);
    }

    /** A problem without further members. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }

    /** {@code title, status, detail}, and the extensions; without a {@code type}, which is then {@code about:blank}. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("title", title);
        map.put("status", status);
        map.put("detail", detail);
        map.putAll(extensions);
        return map;
    }
}
