package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text, and everything that its parser finds in it.
 *
 * @param where file and line
 * @param reason what the block is about
 * @param nearMiss the code that it must not raise although it looks like it
 * @param text one character per octet
 * @param issues as {@link #issue} writes them, sorted
 * @param shows what the first field of a name shows
 */
record Vector(
        String where,
        String reason,
        Optional<IssueCode> nearMiss,
        String text,
        List<String> issues,
        Map<String, String> shows) {

    Octets octets() {
        return Octets.ofLatin1(text);
    }

    boolean isRefused() {
        return issues.stream().anyMatch(issue -> issue.endsWith("ERROR"));
    }

    boolean expects(IssueCode code) {
        return issues.stream().anyMatch(issue -> issue.contains(" " + code + " "));
    }

    static String issue(String place, IssueCode code, String severity) {
        return place + " " + code + " " + severity;
    }

    static String issue(Issue issue) {
        String place = issue.span()
                .map(span -> span.line() + ":" + span.column() + "+" + span.length())
                .orElse("no place");
        return issue(place, issue.code(), issue.severity().name());
    }

    @Override
    public String toString() {
        return reason + " (" + where + ")";
    }
}
