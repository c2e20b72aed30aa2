package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** Collects a parser's issues, each with its place, and knows which lines have a fault, however many were reported. */
final class PlacedIssues {

    private final IssueList issues = new IssueList();
    private final BitSet faultyLines = new BitSet();
    private boolean error;
    private boolean fault;

    void add(IssueCode code, Span place) {
        add(code, place, code::meaning);
    }

    void add(IssueCode code, Span place, String message) {
        add(code, place, () -> message);
    }

    /** The message is not made when there are enough of this code. */
    void add(IssueCode code, Span place, Supplier<String> message) {
        add(code, code.severity(), place, message);
    }

    void add(IssueCode code, Severity severity, Span place, Supplier<String> message) {
        add(code, severity, place, message, code.remedy());
    }

    /** With a remedy that fits the message better than that of the code. */
    void add(IssueCode code, Span place, Supplier<String> message, String remedy) {
        add(code, code.severity(), place, message, remedy);
    }

    private void add(IssueCode code, Severity severity, Span place, Supplier<String> message, String remedy) {
        count(severity);
        if (severity != Severity.INFO) {
            faultyLines.set(place.line().number());
        }
        issues.add(
                code,
                () -> Issue.of(code, message.get())
                        .withSeverity(severity)
                        .withRemedy(remedy)
                        .at(place.place()));
    }

    /** A fault that is reported once for the whole text. */
    void addOnce(IssueCode code, Span place, Supplier<String> message) {
        if (issues.has(code)) {
            faultyLines.set(place.line().number());
        } else {
            add(code, place, message);
        }
    }

    /** Something is missing, or the rest is counted: an issue without a place. */
    void add(IssueCode code, String message) {
        add(code, message, code.remedy());
    }

    void add(IssueCode code, String message, String remedy) {
        count(code.severity());
        issues.add(Issue.of(code, message).withRemedy(remedy));
    }

    private void count(Severity severity) {
        error |= severity == Severity.ERROR;
        fault |= severity != Severity.INFO;
    }

    boolean hasError() {
        return error;
    }

    /** An error or a warning: something to mend. */
    boolean hasFault() {
        return fault;
    }

    boolean isFaulty(Span.Line line) {
        return faultyLines.get(line.number());
    }

    /** In the order of their places; those without one last. */
    List<Issue> sorted() {
        return issues.sorted();
    }
}
