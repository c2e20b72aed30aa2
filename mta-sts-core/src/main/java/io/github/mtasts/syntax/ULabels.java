package io.github.mtasts.syntax;

import java.net.IDN;
import java.util.Optional;

/** U-labels, as far as {@link IDN} (IDNA2003) and IDNA2008 agree on them. */
final class ULabels {

    /** Far more than any name of 253 octets needs. */
    private static final int MAX_CHARS = 1000;

    private ULabels() {}

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** RFC 5891 §4 and RFC 5892: sharp s, final sigma, the joiners, and characters that IDNA2003 maps to a dot. */
    static boolean isAmbiguous(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\u00DF', '\u1E9E', '\u03C2', '\u200C', '\u200D', '\u3002', '\uFF0E', '\uFF61', '\u2024' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** The A-labels; empty when there are none, or IDNA2003 and IDNA2008 disagree. */
    static Optional<String> toAscii(String text) {
        if (text.length() > MAX_CHARS || isAmbiguous(text)) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
            return HostNames.isDomain(ascii) ? Optional.of(Chars.lower(ascii)) : Optional.empty();
        } catch (IllegalArgumentException noULabel) {
            return Optional.empty();
        }
    }
}
