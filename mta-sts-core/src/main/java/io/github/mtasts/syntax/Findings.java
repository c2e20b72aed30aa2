package io.github.mtasts.syntax;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects a parser's findings and knows the line it is in, so that each has its place and no text floods its report. */
final class Findings {

    private static final int MAX_OF_ONE_CODE = 20;

    private static final Comparator<Issue> BY_PLACE = Comparator.comparing(
                    (Issue issue) -> issue.span().map(SourceSpan::line).orElse(Integer.MAX_VALUE))
            .thenComparing(issue -> issue.span().map(SourceSpan::column).orElse(Integer.MAX_VALUE));

    private final String subject;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<IssueCode, Integer> counts = new EnumMap<>(IssueCode.class);
    private boolean error;
    private int line = 1;
    private int lineStart;

    Findings(String subject) {
        this.subject = subject;
    }

    /** From here on, offsets are in this line. */
    void line(int number, int start) {
        line = number;
        lineStart = start;
    }

    /** The place of the octets from {@code from} up to {@code to}, offsets in the whole text. */
    SourceSpan span(int from, int to) {
        return new SourceSpan(line, from - lineStart + 1, to - from);
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

    /** Something is missing, or counted: it has no place. */
    void add(IssueCode code, String message) {
        add(code, code.severity(), Optional.empty(), () -> message);
    }

    void add(IssueCode code, Severity severity, SourceSpan span, Supplier<String> message) {
        add(code, severity, Optional.of(span), message);
    }

    private void add(IssueCode code, Severity severity, Optional<SourceSpan> span, Supplier<String> message) {
        error |= severity == Severity.ERROR;
        if (counts.merge(code, 1, Integer::sum) <= MAX_OF_ONE_CODE) {
            issues.add(new Issue(code, severity, message.get(), code.remedy(), subject, span));
        }
    }

    boolean has(IssueCode code) {
        return counts.containsKey(code);
    }

    boolean hasError() {
        return error;
    }

    /** In the order of their places; those without one last. */
    List<Issue> sorted() {
        counts.forEach((code, count) -> {
            if (count > MAX_OF_ONE_CODE) {
                countTheRest(code, count - MAX_OF_ONE_CODE);
            }
        });
        issues.sort(BY_PLACE);
        return issues;
    }

    private void countTheRest(IssueCode code, int rest) {
        for (int i = issues.size() - 1; i >= 0; i--) {
            Issue last = issues.get(i);
            if (last.code() == code) {
                String message = last.message() + " " + rest + " more like this follow.";
                issues.set(i, new Issue(code, last.severity(), message, last.remedy(), last.subject(), last.span()));
                return;
            }
        }
    }
}
