package io.github.mtasts.tlsrpt;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a received report deviates from RFC 8460. Reporters do, and their reports are read all the same.
 *
 * @param code its entry in the catalogue
 * @param path the first place, such as {@code policies[0].policy.mx-host}; escaped and bounded, empty for the whole report
 * @param message one clause with the place and the values that were seen; escaped and bounded
 * @param places how many places deviate alike, at least 1; they differ in their indices alone
 */
public record Deviation(DeviationCode code, String path, String message, int places) {

    /** Rejects null, and fewer places than one with {@link IllegalArgumentException}. */
    public Deviation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
        if (places < 1) {
            throw new IllegalArgumentException("places out of range: " + places);
        }
    }

    /**
     * The severity of its code.
     *
     * @return ERROR where the report is not valid because of it
     */
    public Severity severity() {
        return code.severity();
    }

    Deviation inOneMorePlace() {
        return new Deviation(code, path, message, places + 1);
    }

    /**
     * The deviation for a JSON library.
     *
     * @return {@code code, severity, message, remedy, rfc, path, places}
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("severity", severity().name());
        map.put("message", message);
        map.put("remedy", code.remedy());
        map.put("rfc", code.reference());
        map.put("path", path);
        map.put("places", places);
        return map;
    }

    /** The message, such as {@code policies[0].policy.mx-host is a string, not an array of strings}, and how often. */
    @Override
    public String toString() {
        return message
                + (places == 1 ? "" : " (and in " + (places - 1) + (places == 2 ? " more place)" : " more places)"));
    }
}
