package io.github.mtasts.text;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer in one line: the name, the verdict, and the main reason. */
public final class Headline {

    private static final int COMFORTABLE = 36;

    private final Page page;

    /**
     * For a page.
     *
     * @param page where it is shown
     */
    public Headline(Page page) {
        this.page = page;
    }

    /**
     * Lays out a headline.
     *
     * @param name what is judged; escaped, and cut after 200 characters
     * @param word the verdict
     * @param paint how the verdict is shown
     * @param reason a clause
     * @return one line, or more if the reason does not fit
     */
    public List<String> lines(String name, String word, Paint paint, String reason) {
        String shown = RemoteText.escape(name);
        String start = page.paint(Paint.BOLD, shown) + "   " + page.paint(paint, word) + "   ";
        int used = Paragraph.columns(shown) + word.length() + 6;
        if (page.width() - used < COMFORTABLE && used + Paragraph.columns(reason) > page.width()) {
            List<String> lines = new ArrayList<>(List.of(start.stripTrailing()));
            lines.addAll(Paragraph.hanging("  ", reason, page.width()));
            return lines;
        }
        return Paragraph.hanging(start, reason, page.width());
    }

    /**
     * What an issue means, as a clause.
     *
     * @param code of the issue
     * @return without its consequence
     */
    public static String clause(IssueCode code) {
        String meaning = code.meaning();
        int consequence = meaning.indexOf(", so ");
        return clause(consequence < 0 ? meaning : meaning.substring(0, consequence + 1));
    }

    /**
     * A sentence as the middle of another.
     *
     * @param sentence ends in a full stop
     * @return without it, and in lower case unless it begins with a name
     */
    public static String clause(String sentence) {
        String rest = sentence.substring(1, sentence.length() - 1);
        boolean name = Character.isUpperCase(rest.charAt(0));
        return (name ? sentence.substring(0, 1) : sentence.substring(0, 1).toLowerCase(Locale.ROOT)) + rest;
    }

    /**
     * How many issues there are.
     *
     * @param issues any
     * @return such as {@code 1 error and 2 warnings}; empty when there is neither
     */
    public static String counted(List<Issue> issues) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            long count = issues.stream()
                    .filter(issue -> issue.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s"));
            }
        }
        return String.join(" and ", counts);
    }
}
