package io.github.mtasts.text;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is worth knowing but not urgent: each with its code, and the line of text below it. */
public final class NoteText {

    private static final int MOST = 20;

    private final Page page;

    /**
     * For a page.
     *
     * @param page where it is shown
     */
    public NoteText(Page page) {
        this.page = page;
    }

    /**
     * Lays out notes.
     *
     * @param notes the issues of severity INFO
     * @param text gives the text that an issue is about, if any
     * @return empty when there are no notes
     */
    public List<String> lines(List<Issue> notes, Function<Issue, Optional<Octets>> text) {
        List<String> lines = new ArrayList<>();
        if (notes.isEmpty()) {
            return lines;
        }
        lines.add("  " + page.paint(Paint.BOLD, "Worth knowing"));
        lines.add("");
        notes.stream().limit(MOST).forEach(note -> lines.addAll(note(note, text.apply(note))));
        if (notes.size() > MOST) {
            lines.addAll(Paragraph.hanging(
                    "  … ",
                    "and " + (notes.size() - MOST) + " more, which the JSON shows; it keeps 20 of a code",
                    page.width()));
        }
        return lines;
    }

    private List<String> note(Issue note, Optional<Octets> text) {
        List<String> lines = new ArrayList<>();
        List<String> words = Paragraph.words(note.message() + " " + note.remedy());
        words.add("[info");
        words.add(note.code() + note.code().reference().map(rfc -> ",").orElse("]"));
        note.code().reference().ifPresent(rfc -> words.add(rfc + "]"));
        lines.addAll(Paragraph.hang("  - ", Paragraph.fill(words, page.width() - 4)));
        if (text.isPresent() && note.span().isPresent()) {
            String number = "    " + note.span().get().line() + " | ";
            SourceExcerpt excerpt = SourceExcerpt.of(text.get(), note.span().get(), page.width() - number.length());
            lines.add(dim(number + excerpt.text()));
            lines.add(dim(" ".repeat(number.length() - 2) + "| " + " ".repeat(excerpt.offset())
                    + "^".repeat(excerpt.carets())));
        }
        return lines;
    }

    private String dim(String text) {
        return page.paint(Paint.DIM, text);
    }
}
