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

/** The answer in one line: whose, which verdict, and the main reason. */
final class Headline {

    private static final int COMFORTABLE = 36;

    private final Terminal terminal;

    Headline(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One line, or more where the reason does not fit. */
    List<String> lines(String name, String word, Paint paint, String reason) {
        String shown = Paragraph.wrap(name, Integer.MAX_VALUE).get(0);
        String start = terminal.paint(Paint.BOLD, shown) + "   " + terminal.paint(paint, word) + "   ";
        int used = Columns.of(shown) + word.length() + 6;
        if (terminal.width() - used < COMFORTABLE && used + Columns.of(reason) > terminal.width()) {
            List<String> lines = new ArrayList<>(List.of(start.stripTrailing()));
            Paragraph.wrap(reason, terminal.width() - 2).forEach(line -> lines.add("  " + line));
            return lines;
        }
        List<String> lines = new ArrayList<>();
        for (String line : Paragraph.wrap(reason, terminal.width() - used)) {
            lines.add((lines.isEmpty() ? start : " ".repeat(used)) + line);
        }
        return lines;
    }

    static String reason(MtaStsReport report) {
        Verdict verdict = report.verdict();
        String counted = counted(report.issues());
        String beside = counted.isEmpty() ? "" : "; " + counted + " below";
        return switch (verdict) {
            case ENFORCED -> "senders insist on TLS; all MX hosts are covered" + beside;
            case TESTING -> "senders report failures, and deliver all the same" + beside;
            case NONE -> "the policy opts out of MTA-STS" + beside;
            case ABSENT -> cause(report).orElse("MTA-STS is not deployed: no record, no policy");
            case BROKEN -> cause(report).orElse("senders see no policy");
            case UNDETERMINED -> cause(report).orElse("the answer could not be had");
        };
    }

    /** The first error that is no echo of another, as the middle of a sentence, without what follows from it. */
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
        String sentence =
                consequence < 0 ? meaning.substring(0, meaning.length() - 1) : meaning.substring(0, consequence);
        boolean name = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        return name ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
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
