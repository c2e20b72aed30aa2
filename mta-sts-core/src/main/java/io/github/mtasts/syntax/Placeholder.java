package io.github.mtasts.syntax;

/** What a template leaves for its reader to fill in, such as {@code <your-domain>}, {@code ${DOMAIN}} or {@code %DOMAIN%}. */
final class Placeholder {

    private static final String OPEN = "<{[%";
    private static final String CLOSE = ">}]%";

    private Placeholder() {}

    static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            int kind = OPEN.indexOf(text.charAt(at));
            int end = kind < 0 ? at : endOfWord(text, at + 1);
            if (end > at + 1 && isClosed(text, kind, end)) {
                return true;
            }
            at = Math.max(at, end - 1);
        }
        return isName(text);
    }

    /** A word as templates have it, with white space around it: it begins with a letter, and has no dot. */
    private static int endOfWord(String text, int from) {
        int at = Chars.skipWhiteSpace(text, from, text.length());
        if (at == text.length() || Chars.isDigit(text.charAt(at)) || !PolicyLine.isKeyCharacter(text.charAt(at))) {
            return from;
        }
        while (at < text.length()
                && (PolicyLine.isKeyCharacter(text.charAt(at)) || "- ".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** The last bracket may be lost already; a percent sign that begins an octet (RFC 3986 §2.1) closes nothing. */
    private static boolean isClosed(String text, int kind, int end) {
        if (end == text.length()) {
            return OPEN.charAt(kind) == '<';
        }
        boolean octet = end + 2 < text.length()
                && text.charAt(end) == '%'
                && Chars.isHexDigit(text.charAt(end + 1))
                && Chars.isHexDigit(text.charAt(end + 2));
        return text.charAt(end) == CLOSE.charAt(kind) && !octet;
    }

    /** A single label in the place of a domain, such as {@code YOUR-DOMAIN}. */
    private static boolean isName(String text) {
        String name = Chars.lower(text.substring(text.lastIndexOf('@') + 1));
        int dot = name.indexOf('.');
        return name.startsWith("your") && (dot < 0 || dot == name.length() - 1);
    }
}
