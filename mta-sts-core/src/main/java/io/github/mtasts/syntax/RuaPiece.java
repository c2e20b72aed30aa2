package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a value of {@code rua}, cut at commas, semicolons and white space, unless they are of one URI.
 *
 * @param gap what stands between it and the piece before it; empty for the first
 * @param uri without what is around it, and without DMARC's size limit
 * @param kind what it looks like
 */
record RuaPiece(String gap, String uri, Kind kind) {

    enum Kind {
        MAIL,
        /** An address in angle brackets: words before it are somebody's name. */
        NAMED_MAIL,
        URL,
        OTHER_URL,
        /** A template's, as it is written. */
        PLACEHOLDER,
        /** No more than a sign, the scheme of the next piece or a comment. */
        NOTHING,
        WORD
    }

    static List<RuaPiece> of(String value) {
        List<RuaPiece> pieces = new ArrayList<>();
        String gap = "";
        int start = skip(value, 0, true);
        int end = skip(value, start, false);
        while (end < value.length()) {
            int next = skip(value, end, true);
            int nextEnd = skip(value, next, false);
            boolean touching =
                    Chars.indexOf(value, ',', end, next) >= 0 || (value.charAt(end) == ';' && next == end + 1);
            String word = value.substring(next, nextEnd);
            boolean cut = (touching || word.indexOf('@') < 0) && ReportUri.isCut(value, start, end, word);
            if (!cut) {
                pieces.add(of(gap, value.substring(start, end)));
                gap = value.substring(end, next);
                start = next;
            }
            end = nextEnd;
        }
        pieces.add(of(gap, value.substring(start, end)));
        return pieces;
    }

    private static RuaPiece of(String gap, String text) {
        if (Placeholder.isIn(text)) {
            return new RuaPiece(gap, text, Kind.PLACEHOLDER);
        }
        String uri = MeantUris.withoutSizeLimit(TxtField.unwrapped(text));
        return new RuaPiece(gap, uri, kind(text, uri));
    }

    private static Kind kind(String text, String uri) {
        if (ReportUri.isHttps(uri)) {
            return Kind.URL;
        } else if (isOtherUrl(uri)) {
            return Kind.OTHER_URL;
        } else if (uri.indexOf('@') >= 0 || uri.contains("%40")) {
            return text.startsWith("<") ? Kind.NAMED_MAIL : Kind.MAIL;
        }
        boolean comment = uri.startsWith("(") || uri.endsWith(")");
        boolean scheme = MeantMail.withoutPrefix(uri + "@").equals("@");
        return comment || scheme || uri.codePoints().noneMatch(Character::isLetterOrDigit) ? Kind.NOTHING : Kind.WORD;
    }

    private static boolean isOtherUrl(String uri) {
        int colon = uri.indexOf(':');
        return ReportUri.hasScheme(uri)
                && uri.startsWith("//", colon + 1)
                && !MeantMail.isPrefix(uri.substring(0, colon));
    }

    /** Only white space separates it from the piece before it. */
    boolean isSpaced() {
        return !gap.isEmpty() && gap.isBlank();
    }

    /** Where the delimiters at this place end, or the word. */
    private static int skip(String value, int from, boolean delimiters) {
        int at = from;
        while (at < value.length() && isDelimiter(value.charAt(at)) == delimiters) {
            at++;
        }
        return at;
    }

    private static boolean isDelimiter(char c) {
        return c == ',' || c == ';' || Chars.isWhiteSpace(c);
    }
}
