package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The report URIs that a faulty value of {@code rua} must mean. */
final class MeantUris {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private MeantUris() {}

    /** Each usable one once, in order, with everything encoded that the record's grammar requires. */
    static List<String> of(String value) {
        Set<String> uris = new LinkedHashSet<>();
        for (String piece : pieces(value)) {
            String uri = encoded(legible(withoutSizeLimit(TxtField.unquoted(piece))));
            if (ReportUri.isUsable(uri)) {
                uris.add(uri);
            }
        }
        return List.copyOf(uris);
    }

    /** A mail address behind another sign or another scheme, in brackets, or with a final dot, as a mailto URI. */
    private static String legible(String uri) {
        if (ReportUri.isUsable(uri) || begins(uri, "https:") || begins(uri, "http:")) {
            return uri;
        }
        String text = uri.indexOf('@') < 0 ? uri.replace("%40", "@") : uri;
        int at = text.indexOf('@');
        if (at < 0) {
            return uri;
        }
        int sign = Math.max(text.lastIndexOf(':', at), text.lastIndexOf('=', at));
        String address = text.substring(sign + 1);
        String brackets = address.indexOf("@[") < 0 ? "<>[]()'\"" : "<>()'\"";
        int from = 0;
        int to = address.length();
        while (from < to && (address.charAt(from) == '/' || brackets.indexOf(address.charAt(from)) >= 0)) {
            from++;
        }
        while (to > from && (address.charAt(to - 1) == '.' || brackets.indexOf(address.charAt(to - 1)) >= 0)) {
            to--;
        }
        return "mailto:" + address.substring(from, to);
    }

    private static boolean begins(String uri, String scheme) {
        return uri.length() >= scheme.length() && Chars.isSame(uri, 0, scheme, 0, scheme.length());
    }

    /** Cut at commas, semicolons and white space, unless what follows is not a URI itself. */
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        int start = skip(value, 0, true);
        int end = skip(value, start, false);
        while (end < value.length()) {
            int next = skip(value, end, true);
            int nextEnd = skip(value, next, false);
            boolean mark = Chars.indexOf(value, ',', end, next) >= 0 || (next == end + 1 && value.charAt(end) == ';');
            String word = value.substring(next, nextEnd);
            boolean cut = mark
                    ? ReportUri.isCutByComma(value, start, end, word)
                    : !ReportUri.hasScheme(word) && word.indexOf('@') < 0;
            if (word.isEmpty() || !cut) {
                pieces.add(value.substring(start, end));
                start = next;
            }
            end = nextEnd;
        }
        pieces.add(value.substring(start, end));
        return pieces;
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

    /** DMARC's size limit: an exclamation mark, digits, and a letter for the unit or none. */
    static String withoutSizeLimit(String uri) {
        int mark = uri.lastIndexOf('!');
        int unit = Math.max(mark + 1, uri.length() - 1);
        boolean limit = mark > 0
                && mark + 1 < uri.length()
                && Chars.isAlphanumeric(uri.charAt(unit))
                && (unit == mark + 1 ? Chars.isDigit(uri.charAt(unit)) : Chars.isDigits(uri.substring(mark + 1, unit)));
        return limit ? uri.substring(0, mark) : uri;
    }

    static String encoded(String uri) {
        StringBuilder out = new StringBuilder(uri.length());
        for (int at = 0; at < uri.length(); at++) {
            char c = uri.charAt(at);
            if (c <= 0x20 || c > 0x7E || "!,;\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
