package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of a report as they come together: at most 20 of one code, the last of which counts the rest. */
final class IssueList {

    private static final int MAX_OF_ONE_CODE = 20;

    private final List<Issue> issues = new ArrayList<>();
    private final Map<IssueCode, Integer> counts = new EnumMap<>(IssueCode.class);

    void add(IssueCode code, String subject, String message) {
        add(code, code.severity(), subject, message, Optional.empty());
    }

    void add(IssueCode code, Severity severity, String subject, String message) {
        add(code, severity, subject, message, Optional.empty());
    }

    void add(IssueCode code, Severity severity, String subject, String message, Optional<SourceSpan> span) {
        if (counts.merge(code, 1, Integer::sum) <= MAX_OF_ONE_CODE) {
            issues.add(new Issue(code, severity, message, code.remedy(), subject, span));
        }
    }

    /** Findings of a parser, which has bounded them already. */
    void addAll(List<Issue> others) {
        issues.addAll(others);
    }

    /** The first error of one of these families, such as {@code FETCH_}. */
    Optional<Issue> firstError(String... families) {
        return issues.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .filter(issue ->
                        List.of(families).stream().anyMatch(issue.code().name()::startsWith))
                .findFirst();
    }

    List<Issue> all() {
        List<Issue> all = new ArrayList<>(issues);
        counts.forEach((code, count) -> {
            if (count > MAX_OF_ONE_CODE) {
                countTheRest(all, code, count - MAX_OF_ONE_CODE);
            }
        });
        return all;
    }

    private static void countTheRest(List<Issue> all, IssueCode code, int rest) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Issue last = all.get(i);
            if (last.code() == code) {
                String message = last.message() + " " + rest + " more like this follow.";
                all.set(i, new Issue(code, last.severity(), message, last.remedy(), last.subject(), last.span()));
                return;
            }
        }
    }
}
