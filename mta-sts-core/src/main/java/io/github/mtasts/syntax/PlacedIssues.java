package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Collects a parser's issues and knows the line it is in, so that each has its place and no text floods its report. */
final class PlacedIssues {

    private static final Comparator<Issue> BY_PLACE = Comparator.comparing(
                    (Issue issue) -> issue.span().map(SourceSpan::line).orElse(Integer.MAX_VALUE))
            .thenComparing(issue -> issue.span().map(SourceSpan::column).orElse(Integer.MAX_VALUE));

    /** A line's number, from 1, and where it begins in the text. */
    record Line(int number, int start) {}

    private final IssueList issues = new IssueList();
    private boolean error;
    private Line line = new Line(1, 0);

    /** From here on, offsets are in this line. */
    void line(Line next) {
        line = next;
    }

    Line line() {
        return line;
    }

    /** The place of the octets from {@code from} up to {@code to}, offsets in the whole text. */
    SourceSpan span(int from, int to) {
        return new SourceSpan(line.number(), from - line.start() + 1, to - from);
    }

    void add(IssueCode code, int from, int to) {
        add(code, from, to, code.meaning());
    }

    void add(IssueCode code, int from, int to, String message) {
        add(code, from, to, () -> message);
    }

    /** The message is not made when there are enough of this code. */
    void add(IssueCode code, int from, int to, Supplier<String> message) {
        add(code, code.severity(), span(from, to), message);
    }

    /** Something is missing, or the rest is counted: an issue without a place. */
    void add(IssueCode code, String message) {
        error |= code.severity() == Severity.ERROR;
        issues.add(Issue.of(code, message));
    }

    void add(IssueCode code, Severity severity, SourceSpan span, Supplier<String> message) {
        error |= severity == Severity.ERROR;
        issues.add(
                code, () -> Issue.of(code, message.get()).withSeverity(severity).at(span));
    }

    boolean has(IssueCode code) {
        return issues.has(code);
    }

    boolean hasError() {
        return error;
    }

    /** In the order of their places; those without one last. */
    List<Issue> sorted() {
        List<Issue> sorted = issues.all();
        sorted.sort(BY_PLACE);
        return sorted;
    }
}
