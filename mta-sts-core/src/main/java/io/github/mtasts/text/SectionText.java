package io.github.mtasts.text;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.SourceSpan;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The issues of a text under its name: first those with a place in it, in order, then the others. */
public final class SectionText {

    private static final int MOST = 30;

    private final Page page;

    /**
     * For a page.
     *
     * @param page where it is shown
     */
    public SectionText(Page page) {
        this.page = page;
    }

    /**
     * Lays out issues.
     *
     * @param text what they are about, if any
     * @param issues in their order
     * @return separated by empty lines; empty when there are none
     */
    public List<String> issues(Optional<Octets> text, List<Issue> issues) {
        List<String> lines = new ArrayList<>();
        for (Issue issue : gravest(issues)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(text, issues, issue));
        }
        if (issues.size() > MOST) {
            lines.add("");
            lines.addAll(Paragraph.hanging(
                    "    … ",
                    "and " + (issues.size() - MOST) + " more, which the JSON shows; it keeps 20 of a code",
                    page.width()));
        }
        return lines;
    }

    /**
     * Lays out where a text is published.
     *
     * @param place an owner name and its type, or a URL
     * @return at least one line
     */
    public List<String> heading(String place) {
        return Paragraph.wrap(place, page.width() - 2).stream()
                .map(line -> "  " + page.paint(Paint.BOLD, line))
                .toList();
    }

    /** As many as are shown, in their order: no warning takes the room of an error, and no error that of the first of another code. */
    private static List<Issue> gravest(List<Issue> issues) {
        Set<IssueCode> seen = EnumSet.noneOf(IssueCode.class);
        int[] ranks = issues.stream()
                .mapToInt(issue -> issue.severity() != Severity.ERROR ? 2 : seen.add(issue.code()) ? 0 : 1)
                .toArray();
        return IntStream.range(0, issues.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> ranks[place]))
                .limit(MOST)
                .sorted()
                .map(issues::get)
                .toList();
    }

    private List<String> lines(Optional<Octets> text, List<Issue> all, Issue issue) {
        IssueText one = new IssueText(page, digits(all));
        return text.isPresent() && issue.span().isPresent() ? one.placed(issue, text.get()) : one.unplaced(issue);
    }

    static int digits(List<Issue> issues) {
        int last = issues.stream()
                .flatMap(issue -> issue.span().stream())
                .mapToInt(SourceSpan::line)
                .max()
                .orElse(1);
        return Integer.toString(last).length();
    }
}
