package io.github.mtasts.issue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finding: what is wrong, where, why, and what to do. Remote text in it is escaped and bounded.
 *
 * @param code its entry in the catalogue
 * @param severity the code's own, unless the facts weigh it differently
 * @param message one or two sentences with the values that were seen
 * @param remedy what to do
 * @param subject {@code domain}, {@code record}, {@code policy}, {@code fetch}, {@code tls_rpt}, or the MX host's name
 * @param span the place in the subject's text; empty where something is missing, counted, or not about a text
 */
public record Issue(
        IssueCode code, Severity severity, String message, String remedy, String subject, Optional<SourceSpan> span) {

    /** Refuses null. */
    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(span, "span");
    }

    /**
     * The same finding with another weight.
     *
     * @param other the new severity
     * @return a copy
     */
    public Issue withSeverity(Severity other) {
        return new Issue(code, other, message, remedy, subject, span);
    }

    /**
     * The finding for a JSON library.
     *
     * @return {@code code, severity, message, remedy, rfc, subject, line, column, length}; null where there is none
     */
    @SuppressWarnings("exports") // jspecify is for tools alone
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("severity", severity.name());
        map.put("message", message);
        map.put("remedy", remedy);
        map.put("rfc", code.reference().orElse(null));
        map.put("subject", subject);
        map.put("line", span.map(SourceSpan::line).orElse(null));
        map.put("column", span.map(SourceSpan::column).orElse(null));
        map.put("length", span.map(SourceSpan::length).orElse(null));
        return map;
    }
}
