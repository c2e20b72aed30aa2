package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer in one line: the name, the verdict, and the main reason. */
final class Headline {

    private static final int COMFORTABLE = 36;

    private final Terminal terminal;

    Headline(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One line, or more if the reason does not fit. */
    List<String> lines(String name, String word, Paint paint, String reason) {
        String shown = Paragraph.wrap(name, Integer.MAX_VALUE).get(0);
        String start = terminal.paint(Paint.BOLD, shown) + "   " + terminal.paint(paint, word) + "   ";
        int used = Paragraph.columns(shown) + word.length() + 6;
        if (terminal.width() - used < COMFORTABLE && used + Paragraph.columns(reason) > terminal.width()) {
            List<String> lines = new ArrayList<>(List.of(start.stripTrailing()));
            lines.addAll(Paragraph.hanging("  ", reason, terminal.width()));
            return lines;
        }
        return Paragraph.hanging(start, reason, terminal.width());
    }

    static String reason(MtaStsReport report) {
        Verdict verdict = report.verdict();
        String counted = counted(report.issues());
        String meaning = clause(verdict.meaning());
        return switch (verdict) {
            case ENFORCED, TESTING, NONE -> meaning + (counted.isEmpty() ? "" : "; " + counted + " below");
            case ABSENT, BROKEN, UNDETERMINED -> cause(report).orElse(meaning);
        };
    }

    /** The first error that does not follow from another, as a clause without its consequence. */
    private static Optional<String> cause(MtaStsReport report) {
        return report.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(Issue::code)
                .filter(code -> code != IssueCode.RECORD_WITHOUT_POLICY)
                .findFirst()
                .map(Headline::clause);
    }

    static String clause(IssueCode code) {
        String meaning = code.meaning();
        int consequence = meaning.indexOf(", so ");
        return clause(consequence < 0 ? meaning : meaning.substring(0, consequence + 1));
    }

    /** A sentence as the middle of another: without its full stop, and in lower case unless it begins with a name. */
    private static String clause(String sentence) {
        String rest = sentence.substring(1, sentence.length() - 1);
        boolean name = Character.isUpperCase(rest.charAt(0));
        return (name ? sentence.substring(0, 1) : sentence.substring(0, 1).toLowerCase(Locale.ROOT)) + rest;
    }

    /** Such as {@code 1 error and 2 warnings}; empty when there is neither. */
    static String counted(List<Issue> issues) {
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
