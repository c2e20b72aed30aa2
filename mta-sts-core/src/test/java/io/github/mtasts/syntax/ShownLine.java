package io.github.mtasts.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of a vector: its octets, and which of them each of its columns shows.
 *
 * @param octets one character an octet
 * @param offsets for each column, and for the one behind the last, where its octets begin; -1 inside an escape
 */
record ShownLine(String octets, List<Integer> offsets) {

    private static final String ESCAPES = "rnts0\\";
    private static final String MEANINGS = "\r\n\t \0\\";

    static ShownLine of(String shown) {
        StringBuilder octets = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        for (int at = 0; at < shown.length(); ) {
            int start = at;
            offsets.add(octets.length());
            if (shown.charAt(at) != '\\') {
                at += Character.charCount(shown.codePointAt(at));
                octets.append(latin1(shown.substring(start, at)));
                continue;
            }
            char kind = shown.charAt(at + 1);
            if (kind == 'x') {
                octets.append((char) Integer.parseInt(shown, at + 2, at + 4, 16));
                at += 4;
            } else {
                octets.append(MEANINGS.charAt(ESCAPES.indexOf(kind)));
                at += 2;
            }
            offsets.addAll(Collections.nCopies(at - start - 1, -1));
        }
        offsets.add(octets.length());
        return new ShownLine(octets.toString(), offsets);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Where the octets of a column begin. */
    int offset(int column) {
        int offset = offsets.get(column);
        if (offset < 0) {
            throw new IllegalArgumentException("carets cut an escape in two at column " + (column + 1));
        }
        return offset;
    }
}
