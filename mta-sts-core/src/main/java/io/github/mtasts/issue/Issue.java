package io.github.mtasts.issue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.json.MapReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, where, why, and what to do. Remote text in it is escaped and bounded.
 *
 * @param code its entry in the catalogue
 * @param severity the code's own, unless the rest of the evidence changes it
 * @param message one or two sentences with the values that were seen
 * @param remedy what to do about it: the code's own, unless the message is about a case that needs another
 * @param host the MX host that the issue is about, escaped and bounded; empty unless the subject is {@link Subject#MX}
 * @param span the place in the subject's text; empty where something is missing, counted, or not about a text
 */
public record Issue(
        IssueCode code,
        Severity severity,
        String message,
        String remedy,
        Optional<String> host,
        Optional<SourceSpan> span) {

    /**
     * An issue with the code's own severity and remedy, and without a place.
     *
     * @param code its entry in the catalogue
     * @param message one or two sentences; remote text in it must be escaped
     * @return the issue
     */
    public static Issue of(IssueCode code, String message) {
        return new Issue(code, code.severity(), message, code.remedy(), Optional.empty(), Optional.empty());
    }

    /**
     * The same issue with another severity.
     *
     * @param other the new severity
     * @return a copy
     */
    public Issue withSeverity(Severity other) {
        return new Issue(code, other, message, remedy, host, span);
    }

    /**
     * The same issue with another message.
     *
     * @param other one or two sentences; remote text in it must be escaped
     * @return a copy
     */
    public Issue withMessage(String other) {
        return new Issue(code, severity, other, remedy, host, span);
    }

    /**
     * The same issue with another remedy.
     *
     * @param other one or two sentences that fit the message; remote text in it must be escaped
     * @return a copy
     */
    public Issue withRemedy(String other) {
        return new Issue(code, severity, message, other, host, span);
    }

    /**
     * The same issue at a place.
     *
     * @param place in the subject's text
     * @return a copy
     */
    public Issue at(SourceSpan place) {
        return new Issue(code, severity, message, remedy, host, Optional.of(place));
    }

    /**
     * The same issue about an MX host.
     *
     * @param name as it stands in the DNS
     * @return a copy with the name escaped and bounded
     */
    public Issue aboutHost(String name) {
        return new Issue(code, severity, message, remedy, Optional.of(RemoteText.escape(name)), span);
    }

    /**
     * What the issue is about.
     *
     * @return the code's subject
     */
    public Subject subject() {
        return code.subject();
    }

    /**
     * The issue for a JSON library.
     *
     * @return {@code code, severity, message, remedy, rfc, subject, host, line, column, length}; null where there is none.
     *     {@code subject} is the host's name where the issue is about an MX host
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("severity", severity.name());
        map.put("message", message);
        map.put("remedy", remedy);
        map.put("rfc", code.reference().orElse(null));
        map.put("subject", host.orElse(subject().text()));
        map.put("host", host.orElse(null));
        map.put("line", span.map(SourceSpan::line).orElse(null));
        map.put("column", span.map(SourceSpan::column).orElse(null));
        map.put("length", span.map(SourceSpan::length).orElse(null));
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote: code, severity, message, remedy, host and place, from which the rest follows. Missing
     * keys are null, unknown keys are ignored; without a remedy it is the code's own.
     *
     * @param map as a JSON library reads it
     * @return the issue; what does not show in message, remedy and host is escaped
     * @throws IllegalArgumentException when the map is not an issue; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static Issue fromMap(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        IssueCode code = reader.required("code", (issue, key) -> issue.constant(key, IssueCode.class));
        Severity severity = reader.required("severity", (issue, key) -> issue.constant(key, Severity.class));
        String message = RemoteText.printable(reader.required("message", MapReader::text));
        String remedy = reader.text("remedy").map(RemoteText::printable).orElse(code.remedy());
        Optional<String> host = reader.text("host").map(RemoteText::escape);
        return new Issue(code, severity, message, remedy, host, span(reader));
    }

    private static Optional<SourceSpan> span(MapReader reader) {
        if (List.of("line", "column", "length").stream().allMatch(key -> reader.has(key, null))) {
            return Optional.empty();
        }
        return Optional.of(new SourceSpan(
                reader.required("line", (issue, key) -> issue.atLeast(1, key)),
                reader.required("column", (issue, key) -> issue.atLeast(1, key)),
                reader.required("length", (issue, key) -> issue.atLeast(0, key))));
    }
}
