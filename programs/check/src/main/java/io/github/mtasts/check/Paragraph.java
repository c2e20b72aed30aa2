package io.github.mtasts.check;

import io.github.mtasts.kit.Output;
import java.util.ArrayList;
import java.util.List;

/** Breaks text between words, so that it fits a number of columns. */
final class Paragraph {

    private Paragraph() {}

    /** At least one line, none wider than {@code width}; what may not be printed is escaped, a word too long is broken. */
    static List<String> wrap(String text, int width) {
        return fill(List.of(text.split(" ", -1)), width);
    }

    /** The same for words that may hold blanks, at which no line ends. */
    static List<String> fill(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : words) {
            String rest = Output.printable(word);
            if (used > 0 && used + 1 + Columns.of(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            while (used + Columns.of(rest) > width) {
                int cut = fitting(rest, width - used);
                lines.add(line.append(rest, 0, cut).toString());
                line.setLength(0);
                used = 0;
                rest = rest.substring(cut);
            }
            line.append(rest);
            used += Columns.of(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters go on a line: a URL ends behind a slash if it can, at least one code point goes. */
    private static int fitting(String text, int width) {
        int at = Character.charCount(text.codePointAt(0));
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (Columns.of(text.substring(0, next)) > width) {
                break;
            }
            at = next;
        }
        int slash = text.lastIndexOf('/', at - 1);
        return slash > text.indexOf("//") + 1 ? slash + 1 : at;
    }
}
