package io.github.mtasts.syntax;

/** The characters that word processors and web pages put in the place of ASCII, and those that nobody sees. */
final class Pasted {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int RIGHT_QUOTE = 0x2019;
    private static final int FULLWIDTH = 0xFEE0;

    /** They show nothing, though Unicode counts them among letters, marks and symbols. */
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /** Quotation marks of the categories for other marks; the rest is told by its category. */
    private static final String QUOTES = "\"\u201A\u201E\u201F\u2033\u2036\u301D\u301E\u301F\uFF02\u00B4";

    private static final String DASHES = "\u2212\u02D7\u2043";

    private Pasted() {}

    /** With plain hyphens and spaces, without what is invisible; controls stay, since they may stand for a character that is not. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int at = 0; at < points.length; at++) {
            int c = points[at];
            boolean inside = at > 0 && at + 1 < points.length;
            if (c == '\t' || isSpace(c)) {
                out.append(' ');
            } else if (isDash(c)) {
                out.append('-');
            } else if (c > 0xFF00 && c < 0xFF5F && !isQuote(c)) {
                out.append((char) (c - FULLWIDTH));
            } else if (c == RIGHT_QUOTE && inside && isWord(points[at - 1]) && isWord(points[at + 1])) {
                out.append('\'');
            } else if (isJoiner(c) && inside && isForeign(points[at - 1]) && isForeign(points[at + 1])) {
                out.appendCodePoint(c); // it tells words apart
            } else if (isControl(c) || !isInvisible(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** Without what is invisible. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c) || isJoiner(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    static boolean isSpace(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || DASHES.indexOf(c) >= 0;
    }

    static boolean isQuote(int c) {
        int type = Character.getType(c);
        return type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || QUOTES.indexOf(c) >= 0;
    }

    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> BLANKS.indexOf(c) >= 0 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    /** U+202E turns the letters behind it, so that what is seen is another name. */
    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL || c == 0x202E;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isForeign(int c) {
        return c > 0x7F && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }
}
