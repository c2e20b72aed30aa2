package io.github.mtasts.text;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One issue as a compiler shows it: the line, carets under the place, severity and code, what is wrong, what to do. */
final class IssueText {

    private static final int COMFORTABLE = 40;
    private static final String ARROW = "→ ";

    private final Page page;
    private final int digits;

    /** The line numbers take {@code digits} columns. */
    IssueText(Page page, int digits) {
        this.page = page;
        this.digits = digits;
    }

    /** An issue with a place in the text. */
    List<String> placed(Issue issue, Octets text) {
        int line = issue.span().orElseThrow().line();
        int room = page.width() - gutter("").length();
        SourceExcerpt excerpt = SourceExcerpt.of(text, issue.span().orElseThrow(), room);
        int indent = room - excerpt.offset() >= COMFORTABLE ? excerpt.offset() : 0;
        String label = String.join(" ", label(issue));
        String carets = "^".repeat(excerpt.carets());
        boolean beside = excerpt.offset() + excerpt.carets() + 1 + Paragraph.columns(label) <= room;

        List<String> lines = new ArrayList<>();
        lines.add(dim(gutter(Integer.toString(line))) + excerpt.text());
        lines.add(
                dim(gutter("")) + " ".repeat(excerpt.offset()) + paint(issue, beside ? carets + " " + label : carets));
        for (String under : body(issue, !beside, room - indent)) {
            lines.add(dim(gutter("")) + " ".repeat(indent) + under);
        }
        return lines;
    }

    /** An issue about something missing, a number, or something other than text. */
    List<String> unplaced(Issue issue) {
        return Paragraph.hang("    ", body(issue, true, page.width() - 4));
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
        lines.addAll(Paragraph.hanging(ARROW, issue.remedy(), width));
        return lines;
    }

    private String gutter(String number) {
        return "  " + " ".repeat(Math.max(0, digits - number.length())) + number + " | ";
    }

    private String dim(String text) {
        return page.paint(Paint.DIM, text);
    }

    private String paint(Issue issue, String text) {
        return page.paint(Paint.of(issue.severity()), text);
    }
}
