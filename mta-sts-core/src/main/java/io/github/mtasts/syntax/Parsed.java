package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of parsing a text.
 *
 * @param <T> what the text parses to
 * @param text the text as received
 * @param value present if and only if the text is valid
 * @param fields what could be read, in order, also of an invalid text
 * @param issues every issue in the order of its place, those without a place last; at most 20 of one code, the last
 *     of which counts the rest
 */
public record Parsed<T>(Octets text, Optional<T> value, List<Field> fields, List<Issue> issues) {

    /** Copies the lists. */
    public Parsed {
        fields = List.copyOf(fields);
        issues = List.copyOf(issues);
    }

    /**
     * The first field of a name.
     *
     * @param name case-sensitive
     * @return empty when there is none
     */
    public Optional<Field> field(String name) {
        Objects.requireNonNull(name, "name");
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The text and the codes found, escaped and bounded. */
    @Override
    public String toString() {
        return "Parsed[" + text.quoted() + (value.isPresent() ? ", valid" : ", invalid") + ", ["
                + RemoteText.list(issues.stream().map(Issue::code).toList()) + "]]";
    }
}
