package io.github.mtasts.check;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One finding as a compiler shows it: the line, carets under the place, severity and code, what is wrong, what to do. */
final class FindingText {

    private static final int COMFORTABLE = 40;
    private static final String ARROW = "→ ";

    private final Terminal terminal;
    private final int digits;

    /** The line numbers take {@code digits} columns. */
    FindingText(Terminal terminal, int digits) {
        this.terminal = terminal;
        this.digits = digits;
    }

    /** A finding with a place in the text. */
    List<String> placed(Issue issue, Octets text) {
        int line = issue.span().orElseThrow().line();
        int room = terminal.width() - gutter("").length();
        SourceExcerpt excerpt = SourceExcerpt.of(text, issue.span().orElseThrow(), room);
        int indent = room - excerpt.offset() >= COMFORTABLE ? excerpt.offset() : 0;
        String label = String.join(" ", label(issue));
        String carets = "^".repeat(excerpt.carets());
        boolean beside = excerpt.offset() + excerpt.carets() + 1 + Columns.of(label) <= room;

        List<String> lines = new ArrayList<>();
        lines.add(dim(gutter(Integer.toString(line))) + excerpt.text());
        lines.add(
                dim(gutter("")) + " ".repeat(excerpt.offset()) + paint(issue, beside ? carets + " " + label : carets));
        for (String under : body(issue, !beside, room - indent)) {
            lines.add(dim(gutter("")) + " ".repeat(indent) + under);
        }
        return lines;
    }

    /** A finding about something that is missing, counted, or no text. */
    List<String> unplaced(Issue issue) {
        String indent = "    ";
        return body(issue, true, terminal.width() - indent.length()).stream()
                .map(line -> indent + line)
                .toList();
    }

    /** Severity, code and source, as words that are not to be broken. */
    static List<String> label(Issue issue) {
        List<String> words = new ArrayList<>();
        words.add(issue.severity().name().toLowerCase(Locale.ROOT));
        words.add(issue.code().name());
        issue.code().reference().ifPresent(rfc -> words.add("(" + rfc + ")"));
        return words;
    }

    private List<String> body(Issue issue, boolean labelled, int width) {
        List<String> lines = new ArrayList<>();
        if (labelled) {
            Paragraph.fill(label(issue), width).forEach(line -> lines.add(paint(issue, line)));
        }
        lines.addAll(Paragraph.wrap(issue.message(), width));
        List<String> remedy = Paragraph.wrap(issue.remedy(), width - ARROW.length());
        for (int i = 0; i < remedy.size(); i++) {
            lines.add((i == 0 ? ARROW : " ".repeat(ARROW.length())) + remedy.get(i));
        }
        return lines;
    }

    private String gutter(String number) {
        return "  " + " ".repeat(Math.max(0, digits - number.length())) + number + " | ";
    }

    private String dim(String text) {
        return terminal.paint(Paint.DIM, text);
    }

    private String paint(Issue issue, String text) {
        return terminal.paint(Paint.of(issue.severity()), text);
    }
}
