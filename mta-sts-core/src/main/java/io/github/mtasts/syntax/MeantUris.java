package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The report URIs that a faulty value of {@code rua} must mean.
 *
 * @param uris each usable one once, in order, with everything encoded that the record's grammar requires
 * @param doubts a sentence for each address that cannot be read, or that its owner has to check
 */
record MeantUris(List<String> uris, List<String> doubts) {

    /**
     * What stands between two delimiters.
     *
     * @param before the piece that only white space parts from this one; empty without one
     */
    private record Piece(String before, String text) {}

    static MeantUris of(String octets) {
        Set<String> uris = new LinkedHashSet<>();
        Set<String> doubts = new LinkedHashSet<>();
        for (Piece piece : pieces(Pasted.plain(Utf8.decode(octets)))) {
            String uri = withoutSizeLimit(TxtField.unwrapped(piece.text()));
            if (Placeholder.isIn(piece.text())) {
                doubts.add(Octets.of(piece.text()).quoted() + " has a placeholder, so it is left out.");
            } else if (ReportUri.isUsable(uri)) {
                uris.add(uri);
            } else if (isHttps(uri)) {
                MeantUrl.of(uri).ifPresent(uris::add);
            } else if (!begins(uri, "http:")) {
                mail(piece, uri, uris, doubts);
            }
        }
        return new MeantUris(List.copyOf(uris), List.copyOf(doubts));
    }

    private static void mail(Piece piece, String uri, Set<String> uris, Set<String> doubts) {
        String text = uri.indexOf('@') < 0 ? uri.replace("%40", "@") : uri;
        if (text.indexOf('@') < 0) {
            return;
        }
        String before = piece.before();
        boolean spaced = !before.isEmpty()
                && before.indexOf('@') < 0
                && !isHttps(before)
                && !MeantMail.withoutPrefix(before + "@").equals("@");
        String shown =
                Octets.quote(Octets.of(spaced ? before + " " + text : text).latin1());
        Optional<String> meant =
                spaced && !ReportUri.hasScheme(text) && !piece.text().startsWith("<")
                        ? Optional.empty()
                        : MeantMail.of(text);
        if (meant.isEmpty()) {
            doubts.add(shown + " cannot be read as a mail address, so it is left out.");
        } else {
            uris.add(meant.get());
            if (text.substring(0, text.indexOf('@'))
                    .codePoints()
                    .anyMatch(c -> c > 0x7F && Character.isLetterOrDigit(c))) {
                doubts.add("Check the address " + shown + ": not every mail server takes letters beyond ASCII.");
            }
        }
    }

    private static boolean isHttps(String uri) {
        return begins(uri, "https:");
    }

    private static boolean begins(String uri, String scheme) {
        return uri.length() >= scheme.length() && Chars.isSame(uri, 0, scheme, 0, scheme.length());
    }

    /** Cut at commas, semicolons and white space, unless the pieces are of one URI. */
    private static List<Piece> pieces(String value) {
        List<Piece> pieces = new ArrayList<>();
        String before = "";
        int start = skip(value, 0, true);
        int end = skip(value, start, false);
        while (end < value.length()) {
            int next = skip(value, end, true);
            int nextEnd = skip(value, next, false);
            boolean comma = Chars.indexOf(value, ',', end, next) >= 0;
            boolean semicolon = Chars.indexOf(value, ';', end, next) >= 0;
            String word = value.substring(next, nextEnd);
            boolean cut = (comma || (semicolon && next == end + 1))
                    ? ReportUri.isCutByComma(value, start, end, word)
                    : isHttps(value.substring(start, end)) && !ReportUri.hasScheme(word) && word.indexOf('@') < 0;
            if (word.isEmpty() || !cut) {
                pieces.add(new Piece(before, value.substring(start, end)));
                before = comma || semicolon ? "" : value.substring(start, end);
                start = next;
            }
            end = nextEnd;
        }
        pieces.add(new Piece(before, value.substring(start, end)));
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
}
