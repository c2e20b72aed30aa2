package io.github.mtasts.check;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words, so that it fits a number of columns. */
final class Paragraph {

    private Paragraph() {}

    /** At least one line, none wider than {@code width}; what may not be printed is escaped, a word too long is broken. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : Columns.printable(text).split(" ", -1)) {
            int columns = Columns.of(word);
            if (used > 0 && used + 1 + columns > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            String rest = word;
            while (columns > width) {
                int cut = fitting(rest, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
                columns = Columns.of(rest);
            }
            line.append(rest);
            used += columns;
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters fit, at least one code point. */
    private static int fitting(String text, int width) {
        int at = Character.charCount(text.codePointAt(0));
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (Columns.of(text.substring(0, next)) > width) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
