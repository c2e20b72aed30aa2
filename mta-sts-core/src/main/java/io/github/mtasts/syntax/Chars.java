package io.github.mtasts.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The character classes of the RFCs' grammars, over octets held as characters. */
final class Chars {

    private static final int MAX_EXTENSION_NAME = 32;

    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** ASCII letters in lower case, everything else unchanged. */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                char[] chars = text.toCharArray();
                for (int j = i; j < chars.length; j++) {
                    chars[j] = lower(chars[j]);
                }
                return new String(chars);
            }
        }
        return text;
    }

    /** Whether two ranges are equal apart from the case of ASCII letters. */
    static boolean isSame(String one, int from, String other, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (lower(one.charAt(from + i)) != lower(other.charAt(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the character stands from {@code from} up to {@code to}; -1 when it does not. Does not look beyond. */
    static int indexOf(String text, char wanted, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** The parts between the separators, empty ones included. */
    static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (separators.indexOf(text.charAt(at)) >= 0) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The parts between commas, semicolons and white space; none is empty. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || " ,;\t".indexOf(text.charAt(at)) >= 0) {
                if (at > start) {
                    words.add(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    static int skipWhiteSpace(String text, int from, int to) {
        int at = from;
        while (at < to && isWhiteSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int trimWhiteSpace(String text, int from, int to) {
        int end = to;
        while (end > from && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** RFC 8461 §3.1 and §3.2: (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / "."). */
    static boolean isExtensionName(String text, int from, int to) {
        if (to == from || to - from > MAX_EXTENSION_NAME || !isAlphanumeric(text.charAt(from))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '_' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** RFC 8461 §3.1: 1*(%x21-3A / %x3C / %x3E-7E). */
    static boolean isRecordValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x21 || c > 0x7E || c == ';' || c == '=') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** RFC 8461 §3.2: vchar [*(%x20 / vchar) vchar], of decoded text. */
    static boolean isPolicyValue(String text) {
        if (text.isEmpty()
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)
                || text.charAt(0) == ' '
                || text.charAt(text.length() - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
