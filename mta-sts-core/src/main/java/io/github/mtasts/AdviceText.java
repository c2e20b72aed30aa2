package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to do, in the order in which to do it. A text to publish is printed below its place, at the left edge, whole and
 * unbroken: pasted with blanks before its lines, a policy would be invalid.
 */
final class AdviceText {

    private static final String ESCAPED = "(invisible characters are escaped here; the JSON has the exact text)";

    private static final Set<Advice> CONDITIONAL = EnumSet.of(Advice.ADD_MX_PATTERNS, Advice.MOVE_TO_ENFORCE);

    private final Page page;

    AdviceText(Page page) {
        this.page = page;
    }

    List<String> lines(List<Recommendation> recommendations) {
        List<String> lines = new ArrayList<>();
        if (recommendations.isEmpty()) {
            return lines;
        }
        lines.add("  " + page.paint(Paint.BOLD, "What to do"));
        int number = 1;
        List<Recommendation> steps = joined(recommendations);
        for (int i = 0; i < steps.size(); i++) {
            Recommendation step = steps.get(i);
            lines.add("");
            lines.addAll(Paragraph.hanging("  " + number++ + ". ", step.message(), page.width()));
            boolean superseded = i + 1 < steps.size() && isOneText(step, steps.get(i + 1));
            if (!superseded) {
                lines.addAll(publish(step));
            }
        }
        return lines;
    }

    /** Two steps in a row that publish the same text are one thing to do. */
    private static List<Recommendation> joined(List<Recommendation> recommendations) {
        List<Recommendation> steps = new ArrayList<>();
        for (Recommendation next : recommendations) {
            Recommendation last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && isOneText(last, next) && last.publish().equals(next.publish())) {
                String message = last.message() + " " + next.message();
                steps.set(steps.size() - 1, new Recommendation(next.code(), message, next.where(), next.publish()));
            } else {
                steps.add(next);
            }
        }
        return steps;
    }

    /** Each change of a text builds on the one before, so only the last is printed; that of a step with a condition is its own. */
    private static boolean isOneText(Recommendation first, Recommendation next) {
        return first.publish().isPresent()
                && next.publish().isPresent()
                && first.where().equals(next.where())
                && !CONDITIONAL.contains(next.code());
    }

    private List<String> publish(Recommendation recommendation) {
        List<String> lines = new ArrayList<>();
        recommendation.publish().ifPresent(text -> {
            recommendation.where().ifPresent(where -> lines.addAll(place(where)));
            lines.add("");
            lines.addAll(text(text));
        });
        return lines;
    }

    private List<String> place(String where) {
        String label = where.startsWith("https:") ? where : where + " TXT";
        return Paragraph.wrap(label, page.width() - 5).stream()
                .map(line -> "     " + page.paint(Paint.BOLD, line))
                .toList();
    }

    private List<String> text(String text) {
        List<String> lines = new ArrayList<>();
        boolean escaped = false;
        for (String line : text.lines().toList()) {
            String shown = RemoteText.printable(line);
            escaped |= !shown.equals(line);
            lines.add(page.paint(Paint.GREEN, shown));
        }
        if (escaped) {
            lines.add("");
            lines.addAll(Paragraph.hanging("     ", ESCAPED, page.width()));
        }
        return lines;
    }
}
