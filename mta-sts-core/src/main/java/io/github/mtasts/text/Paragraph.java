package io.github.mtasts.text;

import io.github.mtasts.issue.RemoteText;
import java.util.ArrayList;
import java.util.List;

/** Breaks text between words to fit a number of columns. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * Breaks a text.
     *
     * @param text invisible characters in it are escaped, and a word that is too long is broken
     * @param width the most columns of a line
     * @return at least one line
     */
    public static List<String> wrap(String text, int width) {
        return fill(words(text), width);
    }

    /**
     * Text behind a start, its further lines indented to where it began.
     *
     * @param start may be painted, which takes no columns
     * @param text as for {@link #wrap}
     * @param width of a line, the start included
     * @return at least one line
     */
    public static List<String> hanging(String start, String text, int width) {
        return hang(start, wrap(text, width - columns(start)));
    }

    /**
     * Lines behind a start, the second and all further ones indented to where the first began.
     *
     * @param start may be painted, which takes no columns
     * @param lines taken as they are
     * @return as many lines
     */
    public static List<String> hang(String start, List<String> lines) {
        String indent = " ".repeat(columns(start));
        List<String> hung = new ArrayList<>();
        for (String line : lines) {
            hung.add((hung.isEmpty() ? start : indent) + line);
        }
        return hung;
    }

    /**
     * The columns of a text that is fit to print.
     *
     * @param text may be painted
     * @return two for a wide character, none for a combining mark
     */
    public static int columns(String text) {
        return Columns.of(text);
    }

    /** The words between single blanks, empty ones included. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', from)) {
            words.add(text.substring(from, at));
            from = at + 1;
        }
        words.add(text.substring(from));
        return words;
    }

    /**
     * The same as {@link #wrap} for words that may hold blanks, at which no line ends.
     *
     * @param words in their order
     * @param width the most columns of a line
     * @return at least one line
     */
    public static List<String> fill(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : words) {
            String rest = RemoteText.printable(word);
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
