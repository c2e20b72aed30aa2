package io.github.mtasts.syntax;

import java.nio.charset.StandardCharsets;

/** Well-formed UTF-8 (RFC 3629, section 4) over octets held as characters. */
final class Utf8 {

    private Utf8() {}

    /** The text, with U+FFFD in the place of what is not UTF-8. */
    static String decode(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Where the first octet outside a well-formed sequence stands; -1 when there is none. */
    static int firstInvalid(String octets, int from, int to) {
        for (int at = from; at < to; ) {
            char lead = octets.charAt(at);
            int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
            if (length == 0 || at + length > to || !continues(octets, at, length)) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private static boolean continues(String octets, int at, int length) {
        for (int i = 1; i < length; i++) {
            if (octets.charAt(at + i) < 0x80 || octets.charAt(at + i) > 0xBF) {
                return false;
            }
        }
        char second = length > 1 ? octets.charAt(at + 1) : 0;
        return switch (octets.charAt(at)) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
    }
}
