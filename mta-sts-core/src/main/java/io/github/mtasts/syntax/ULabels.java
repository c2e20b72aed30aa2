package io.github.mtasts.syntax;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** U-labels, as far as {@link IDN} (IDNA2003) and IDNA2008 agree on them. */
final class ULabels {

    /** Far more than any name of 253 octets needs. */
    static final int MAX_CHARS = 1000;

    private static final Set<UnicodeScript> EAST_ASIAN =
            EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO, UnicodeScript.HANGUL);

    private ULabels() {}

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /**
     * RFC 5892: whether IDNA2003 has a name where IDNA2008 has another one, or none. It maps these to other characters or to a
     * dot, or allows them: sharp s, final sigma, the joiners, symbols, and whatever has a compatibility form.
     */
    static boolean isAmbiguous(String text) {
        return text.length() <= MAX_CHARS // for a run of combining marks, normalizing takes quadratic time
                && isDomainOfIdna2003(text)
                && (text.codePoints().anyMatch(c -> c > 0x7F && (isMapped(c) || !isLetterMarkOrDigit(c)))
                        || !Normalizer.normalize(text, Normalizer.Form.NFKC)
                                .equals(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    /** Without the rules of STD3, which would also refuse a dot that another character maps to. */
    private static boolean isDomainOfIdna2003(String text) {
        try {
            return HostNames.isDomain(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean isMapped(int codePoint) {
        return codePoint == 0xDF || codePoint == 0x1E9E || codePoint == 0x3C2;
    }

    private static boolean isLetterMarkOrDigit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * UTS 39, section 5.1: whether a label has letters of several scripts, as a name has that is to look like another one. The
     * scripts of East Asia are written together.
     */
    static boolean mixesScripts(String text) {
        return Chars.split(text, ". ,;").stream()
                .anyMatch(label -> label.codePoints()
                                .mapToObj(UnicodeScript::of)
                                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                                .map(script -> EAST_ASIAN.contains(script) ? UnicodeScript.HAN : script)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1);
    }

    /** The A-labels; empty when there are none, or when IDNA2003 and IDNA2008 disagree. */
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

    /** The name that IDNA2003 maps an ambiguous one to. */
    static String ofIdna2003(String ambiguous) {
        return Chars.lower(IDN.toASCII(ambiguous, IDN.ALLOW_UNASSIGNED));
    }

    /** The name that IDNA2008 has for an ambiguous one (RFC 5891, section 5.4, without mapping); empty when it allows none. */
    static Optional<String> ofIdna2008(String ambiguous) {
        List<String> labels = new ArrayList<>();
        for (String label : Chars.split(Normalizer.normalize(ambiguous, Normalizer.Form.NFC), ".")) {
            int[] points = label.codePoints().map(Character::toLowerCase).toArray();
            boolean letters = Arrays.stream(points).allMatch(c -> c <= 0x7F || isMapped(c) || isLetterMarkOrDigit(c));
            boolean mapped = !Normalizer.normalize(label, Normalizer.Form.NFKC).equals(label);
            if (!letters || mapped || points.length > HostNames.MAX_LABEL) {
                return Optional.empty();
            }
            labels.add(isAscii(label) ? Chars.lower(label) : "xn--" + Punycode.encode(points));
        }
        return Optional.of(String.join(".", labels)).filter(HostNames::isDomain);
    }
}
