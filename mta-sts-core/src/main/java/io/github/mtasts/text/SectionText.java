package io.github.mtasts.text;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.SourceSpan;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (Issue issue : issues.subList(0, Math.min(MOST, issues.size()))) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(text, issues, issue));
        }
        if (issues.size() > MOST) {
            lines.add("");
            lines.add("    … and " + (issues.size() - MOST) + " more; the JSON shows all");
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
