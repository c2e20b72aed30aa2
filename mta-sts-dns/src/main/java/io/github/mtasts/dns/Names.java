package io.github.mtasts.dns;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** Between names as text and names as dnsjava has them. */
final class Names {

    private Names() {}

    /** A name without, or with, its final dot; empty for text that is not a valid DNS name. */
    static Optional<Name> parse(String text) {
        if (text.isEmpty() || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return Optional.empty();
        }
        try {
            // To dnsjava a lone @ is the origin, as in a zone file.
            return Optional.of(new Name(text.equals("@") ? "\\@" : text, Name.root));
        } catch (TextParseException impossible) {
            return Optional.empty();
        }
    }

    /**
     * The name in presentation format without its final dot; {@code .} for the root. Unlike {@link Name#toString} it
     * is thread-safe, and independent of the locale.
     */
    static String text(Name name) {
        if (name.labels() <= 1) {
            return ".";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.labels() - 1; i++) {
            out.append(i == 0 ? "" : ".");
            byte[] label = name.getLabel(i);
            for (int at = 1; at < label.length; at++) {
                append(out, label[at] & 0xFF);
            }
        }
        return out.toString();
    }

    /** RFC 1035, section 5.1. */
    private static void append(StringBuilder out, int octet) {
        if (octet == '.' || octet == '\\') {
            out.append('\\').append((char) octet);
        } else if (octet > 0x20 && octet < 0x7F) {
            out.append((char) octet);
        } else {
            out.append('\\').append((char) ('0' + octet / 100));
            out.append((char) ('0' + octet / 10 % 10)).append((char) ('0' + octet % 10));
        }
    }
}
