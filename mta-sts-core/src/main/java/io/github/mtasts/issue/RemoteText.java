package io.github.mtasts.issue;

import java.util.List;

/** Makes text from strangers fit to print: nothing in it can steer a terminal, forge a log line, or run on for pages. */
public final class RemoteText {

    private static final int LIMIT = 200;
    private static final int LIST_LIMIT = 10;

    private RemoteText() {}

    /**
     * Text as a quotation: escaped, at most 200 characters, in double quotes; in single ones where it has double ones itself.
     *
     * @param text decoded text
     * @return the quotation, with an ellipsis at its end when it was cut
     */
    public static String quote(String text) {
        char mark = text.indexOf('"') >= 0 && text.indexOf('\'') < 0 ? '\'' : '"';
        return mark + escape(text) + mark;
    }

    /**
     * Text without anything that does not show: controls, bidi and zero-width characters, strange spaces.
     *
     * @param text decoded text
     * @return escaped, at most 200 characters, an ellipsis last when it was cut
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            String shown = escape(codePoint);
            if (out.length() + shown.length() > LIMIT) {
                return out.append('…').toString();
            }
            out.append(shown);
            at += Character.charCount(codePoint);
        }
        return out.toString();
    }

    /**
     * Text without anything that does not show, however long.
     *
     * @param text decoded text
     * @return escaped, not cut
     */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> out.append(escape(codePoint)));
        return out.toString();
    }

    /**
     * Several texts.
     *
     * @param texts anything whose {@code toString} is text
     * @return the first ten, each escaped and bounded, with commas between
     */
    public static String list(List<?> texts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(texts.size(), LIST_LIMIT); i++) {
            out.append(i == 0 ? "" : ", ").append(escape(String.valueOf(texts.get(i))));
        }
        return out.append(texts.size() > LIST_LIMIT ? " and " + (texts.size() - LIST_LIMIT) + " more" : "")
                .toString();
    }

    /**
     * One character, fit to print.
     *
     * @param codePoint any code point, unpaired surrogates included
     * @return the character itself, or its escape: {@code \r}, {@code \x1B}, or a backslash, u and the number in braces
     */
    public static String escape(int codePoint) {
        return switch (codePoint) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case 0 -> "\\0";
            default -> {
                if (isVisible(codePoint)) {
                    yield Character.toString(codePoint);
                }
                yield codePoint < 0x100 ? "\\x" + hex(codePoint, 2) : "\\u{" + hex(codePoint, 4) + "}";
            }
        };
    }

    private static String hex(int codePoint, int width) {
        String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isIgnorable(codePoint);
        };
    }

    /** Letters and marks that draw nothing (Unicode, Default_Ignorable_Code_Point). */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || (codePoint >= 0x115F && codePoint <= 0x1160)
                || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    }
}
