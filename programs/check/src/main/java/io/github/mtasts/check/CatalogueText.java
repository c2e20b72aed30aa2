package io.github.mtasts.check;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.Explanation;
import io.github.mtasts.text.Blocks;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.text.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the words of reports mean, for people. */
final class CatalogueText {

    private static final int COMFORTABLE = 36;

    private final Page page;

    CatalogueText(Page page) {
        this.page = page;
    }

    String explain(Explanation explanation) {
        Blocks blocks = new Blocks();
        String source = explanation.reference().map(rfc -> "   " + rfc).orElse("");
        blocks.add(List.of(page.paint(Paint.BOLD, explanation.word()) + "   "
                + explanation.severity().map(this::painted).orElse(explanation.kind()) + source));
        List<String> lines = new ArrayList<>(Paragraph.hanging("  ", explanation.meaning(), page.width()));
        explanation.remedy().ifPresent(remedy -> lines.addAll(Paragraph.hanging("  → ", remedy, page.width())));
        blocks.add(lines);
        explanation
                .resultType()
                .map(type -> "Senders report it as " + type.text() + " (RFC 8460 §4.3).")
                .ifPresent(sentence -> blocks.add(Paragraph.hanging("  ", sentence, page.width())));
        return blocks.text();
    }

    String list() {
        Blocks blocks = new Blocks();
        int widest = Arrays.stream(IssueCode.values())
                .mapToInt(code -> code.name().length())
                .max()
                .orElseThrow();
        for (Section section : Section.values()) {
            List<String> lines = new ArrayList<>();
            lines.add(page.paint(Paint.BOLD, section.title()));
            Arrays.stream(IssueCode.values())
                    .filter(code -> Section.of(code) == section)
                    .forEach(code -> lines.addAll(entry(code, widest)));
            blocks.add(lines);
        }
        return blocks.text();
    }

    private List<String> entry(IssueCode code, int widest) {
        String severity = painted(code.severity())
                + " ".repeat("warning".length() - code.severity().name().length());
        int indent = 2 + "warning ".length() + widest + 2;
        List<String> lines = new ArrayList<>();
        if (page.width() - indent < COMFORTABLE) {
            lines.add("  " + severity + " " + code);
            lines.addAll(Paragraph.hanging("    ", code.meaning(), page.width()));
            return lines;
        }
        String start =
                "  " + severity + " " + code + " ".repeat(widest - code.name().length() + 2);
        return Paragraph.hanging(start, code.meaning(), page.width());
    }

    private String painted(Severity severity) {
        return page.paint(Paint.of(severity), severity.name().toLowerCase(Locale.ROOT));
    }
}
