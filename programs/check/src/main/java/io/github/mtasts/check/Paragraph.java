package io.github.mtasts.check;

import io.github.mtasts.kit.Output;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Breaks text between words to fit a number of columns. */
final class Paragraph {

    private Paragraph() {}

    /** At least one line, none wider than {@code width}; invisible characters are escaped, and a word that is too long is broken. */
    static List<String> wrap(String text, int width) {
        return fill(List.of(text.split(" ", -1)), width);
    }

    /**
     * Text behind a start, its further lines indented to where it began.
     *
     * @param start may be painted, which takes no columns
     * @param width of a line, the start included
     */
    static List<String> hanging(String start, String text, int width) {
        return hang(start, wrap(text, width - columns(unpainted(start))));
    }

    /** Lines behind a start, the second and all further ones indented to where the first began. */
    static List<String> hang(String start, List<String> lines) {
        String indent = " ".repeat(columns(unpainted(start)));
        List<String> hung = new ArrayList<>();
        for (String line : lines) {
            hung.add((hung.isEmpty() ? start : indent) + line);
        }
        return hung;
    }

    /** The columns of a text that is fit to print: two for a wide character, none for a combining mark. */
    static int columns(String text) {
        return text.codePoints()
                .map(codePoint -> Math.max(0, WCWidth.wcwidth(codePoint)))
                .sum();
    }

    private static String unpainted(String text) {
        return text.replaceAll("\u001B\\[[0-9;]*m", "");
    }

    /** The same as {@link #wrap} for words that may hold blanks, at which no line ends. */
    static List<String> fill(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : words) {
            String rest = Output.printable(word);
            if (used > 0 && used + 1 + columns(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            while (used + columns(rest) > width) {
                int cut = fitting(rest, width - used);
                lines.add(line.append(rest, 0, cut).toString());
                line.setLength(0);
                used = 0;
                rest = rest.substring(cut);
            }
            line.append(rest);
            used += columns(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters fit on a line, at least one code point; a URL is broken after a slash if possible. */
    private static int fitting(String text, int width) {
        int at = Character.charCount(text.codePointAt(0));
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (columns(text.substring(0, next)) > width) {
                break;
            }
            at = next;
        }
        int slash = text.lastIndexOf('/', at - 1);
        return slash > text.indexOf("//") + 1 ? slash + 1 : at;
    }
}
