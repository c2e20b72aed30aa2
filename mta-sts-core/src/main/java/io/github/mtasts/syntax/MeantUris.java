package io.github.mtasts.syntax;

import java.util.List;

/**
 * The report URIs that a faulty value of {@code rua} must mean.
 *
 * @param uris each usable one once, in order, with everything encoded that the record's grammar requires
 * @param doubts a sentence for each piece that is left out, and for each address that its owner has to check
 */
record MeantUris(List<String> uris, List<String> doubts) {

    static MeantUris of(String octets) {
        return new RuaReader(Pasted.plain(Utf8.decode(octets))).read();
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
