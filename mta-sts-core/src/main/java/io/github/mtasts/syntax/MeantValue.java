package io.github.mtasts.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a faulty value of a policy field must mean; empty where that would be a guess. */
final class MeantValue {

    private static final int MAX_DIGITS = 10;
    private static final Set<String> UNITS = Set.of("", "s", "sec", "secs", "second", "seconds");
    private static final char ESCAPE = 0x1B;
    private static final String WRAPPING = "\"'`<>[](){}\\";

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

    /** One of the three words, in whatever case and wrapping. */
    static Optional<PolicyMode> mode(String value) {
        return PolicyMode.of(alphanumerics(inner(value)));
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

    /**
     * The pattern of each host named; empty for one that could only be guessed. Whatever is taken out of a name makes it
     * another one, so only what is around it goes, and what IDNA ignores.
     */
    static List<Optional<String>> hosts(String octets) {
        String text = Pasted.plain(Utf8.decode(inner(octets)));
        List<List<String>> items = Chars.split(text, ",;").stream()
                .map(MeantValue::names)
                .filter(names -> !names.isEmpty())
                .toList();
        return items.stream()
                .flatMap(names -> hosts(names, items.size() == 1 && !Placeholder.isIn(text)))
                .toList();
    }

    /** The words that may be names, with what is around them; numbers are preferences. */
    private static List<String> names(String item) {
        return Chars.words(item).stream()
                .filter(word -> !unwrapped(word).isEmpty() && !Chars.isDigits(unwrapped(word)))
                .toList();
    }

    /** White space beside a single label may stand within a name. */
    private static Stream<Optional<String>> hosts(List<String> names, boolean alone) {
        boolean single = names.size() == 1;
        return !single && names.stream().anyMatch(MeantValue::isLabel)
                ? Stream.of(Optional.empty())
                : names.stream()
                        .map(name ->
                                pattern(unwrapped(name)).filter(host -> (single && alone) || host.indexOf('.') > 0));
    }

    private static boolean isLabel(String word) {
        int from = word.startsWith(".") ? 1 : 0;
        int to = word.length() - (word.endsWith(".") ? 1 : 0);
        return to > from
                && Character.isLetterOrDigit(word.charAt(from))
                && Character.isLetterOrDigit(word.charAt(to - 1))
                && Chars.indexOf(word, '.', from, to) < 0;
    }

    private static Optional<String> pattern(String word) {
        int scheme = word.indexOf("://");
        String host = scheme < 0 ? word : word.substring(scheme + 3);
        int slash = host.indexOf('/');
        host = slash < 0 ? host : host.substring(0, slash);
        int port = host.indexOf(':');
        host = port > 0 && port == host.lastIndexOf(':') ? host.substring(0, port) : host;
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!ULabels.isAscii(host)) {
            boolean wildcard = host.startsWith("*.");
            host = (wildcard ? "*." : "")
                    + ULabels.toAscii(wildcard ? host.substring(2) : host).orElse("");
        }
        if (host.startsWith(".")) {
            host = "*" + host; // as a draft of RFC 8461 had it
        }
        boolean numeric = Chars.isDigits(host.substring(host.lastIndexOf('.') + 1));
        return MxPattern.isPattern(host) && !numeric ? Optional.of(host) : Optional.empty();
    }

    /** Without quotes, brackets and controls around it. */
    private static String unwrapped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** What follows an escape character is part of a sequence. */
    private static boolean isAround(char c) {
        return WRAPPING.indexOf(c) >= 0 || Pasted.isQuote(c) || c == 0x7F || (c < 0x20 && c != ESCAPE);
    }

    /** Without a comment behind it, and without white space and line ends around it, however they are written. */
    private static String inner(String value) {
        String text = Unescaped.of(value);
        int comment = text.indexOf('#');
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
