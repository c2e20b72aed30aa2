package io.github.mtasts.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Collects issues, at most 20 of one code, so that no text floods its report. Not thread-safe.
 */
public final class IssueList {

    private static final int MAX_OF_ONE_CODE = 20;

    private static final Comparator<Issue> BY_PLACE = Comparator.comparing(
                    (Issue issue) -> issue.span().map(SourceSpan::line).orElse(Integer.MAX_VALUE))
            .thenComparing(issue -> issue.span().map(SourceSpan::column).orElse(Integer.MAX_VALUE));

    private final List<Issue> issues = new ArrayList<>();
    private final Map<IssueCode, Integer> counts = new EnumMap<>(IssueCode.class);

    /** An empty list. */
    public IssueList() {}

    /**
     * Adds an issue, unless there are 20 of its code.
     *
     * @param issue the issue
     */
    public void add(Issue issue) {
        add(issue.code(), () -> issue);
    }

    /**
     * Adds an issue, which is not made when there are 20 of its code.
     *
     * @param code the issue's code
     * @param issue makes the issue
     */
    public void add(IssueCode code, Supplier<Issue> issue) {
        if (counts.merge(code, 1, Integer::sum) <= MAX_OF_ONE_CODE) {
            issues.add(issue.get());
        }
    }

    /**
     * Adds issues of another list, which has bounded them already.
     *
     * @param others the issues
     */
    public void addAll(List<Issue> others) {
        issues.addAll(others);
    }

    /**
     * Whether an issue of this code was added.
     *
     * @param code the code
     * @return true also when the issue was one too many
     */
    public boolean has(IssueCode code) {
        return counts.containsKey(code);
    }

    /**
     * The issues in the order in which they were added.
     *
     * @return a copy; the 20th of a code says how many more there are
     */
    public List<Issue> all() {
        List<Issue> all = new ArrayList<>(issues);
        counts.forEach((code, count) -> {
            if (count > MAX_OF_ONE_CODE) {
                countTheRest(all, code, count - MAX_OF_ONE_CODE);
            }
        });
        return all;
    }

    /**
     * The issues in the order of their places, those without one last.
     *
     * @return as {@link #all}
     */
    public List<Issue> sorted() {
        List<Issue> sorted = all();
        sorted.sort(BY_PLACE);
        return sorted;
    }

    private static void countTheRest(List<Issue> all, IssueCode code, int rest) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Issue last = all.get(i);
            if (last.code() == code) {
                all.set(
                        i,
                        last.withMessage(last.message() + (rest == 1 ? " There is " : " There are ") + rest
                                + " more like this; a report keeps " + MAX_OF_ONE_CODE + " of a code."));
                return;
            }
        }
    }
}
