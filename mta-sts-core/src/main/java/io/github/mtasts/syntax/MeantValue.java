package io.github.mtasts.syntax;

import io.github.mtasts.slip.OneEdit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a faulty value of a policy field must mean; empty where that would be a guess. */
final class MeantValue {

    private static final int MAX_DIGITS = 10;
    private static final Set<String> UNITS = Set.of("", "s", "sec", "secs", "second", "seconds");

    private MeantValue() {}

    /** Without controls, without octets that are not UTF-8, without white space around. */
    static String visible(String octets) {
        StringBuilder shown = new StringBuilder(octets.length());
        for (int at = 0; at < octets.length(); at++) {
            char c = octets.charAt(at);
            if (c == '\t') {
                shown.append(' ');
            } else if (c >= 0x20 && c != 0x7F) {
                shown.append(c);
            }
        }
        String text = shown.toString();
        shown.setLength(0);
        for (int at = 0; at < text.length(); ) {
            int broken = Utf8.firstInvalid(text, at, text.length());
            int end = broken < 0 ? text.length() : broken;
            shown.append(text, at, end);
            at = end + 1;
        }
        return trim(shown.toString());
    }

    private static String trim(String text) {
        int from = Chars.skipWhiteSpace(text, 0, text.length());
        return text.substring(from, Chars.trimWhiteSpace(text, from, text.length()));
    }

    /** One of the three words, in whatever case and wrapping, or with one wrong letter. */
    static Optional<PolicyMode> mode(String value) {
        String word = alphanumerics(inner(value));
        return PolicyMode.of(word)
                .or(() -> Arrays.stream(PolicyMode.values())
                        .filter(mode -> OneEdit.apart(word, mode.text()))
                        .findFirst());
    }

    static boolean isMisspeltMode(String value) {
        return mode(value).isPresent()
                && PolicyMode.of(alphanumerics(inner(value))).isEmpty();
    }

    /** Digits, of any script, with separators between them or a unit of seconds after them. */
    static Optional<String> maxAge(String value) {
        String text = Octets.decode(inner(value));
        StringBuilder digits = new StringBuilder();
        int at = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if ("_,' \"".indexOf(c) < 0) {
                break;
            }
        }
        boolean written = digits.length() > 0 && digits.length() <= MAX_DIGITS;
        return written && UNITS.contains(alphanumerics(text.substring(at)))
                ? Optional.of(digits.toString())
                : Optional.empty();
    }

    /** Without a comment behind it, and without white space and line ends around it, however they are written. */
    private static String inner(String value) {
        return inner(value, Unescaped.of(value).indexOf('#'));
    }

    static String inner(String value, int comment) {
        String text = Unescaped.of(value);
        int from = 0;
        int to = comment < 0 ? text.length() : comment;
        while (from < to && " \t;".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " \t;".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }

    private static String alphanumerics(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (Chars.isAlphanumeric(text.charAt(at))) {
                out.append(Chars.lower(text.charAt(at)));
            }
        }
        return out.toString();
    }
}
