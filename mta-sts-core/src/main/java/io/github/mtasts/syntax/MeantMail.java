package io.github.mtasts.syntax;

import io.github.mtasts.slip.OneEdit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mailto URI (RFC 6068) that a faulty one must mean: never that of another mailbox. */
final class MeantMail {

    private static final Set<String> PREFIXES = Set.of("mailto", "mail", "email", "to", "rua", "ruf");
    private static final String BEFORE = "/<>[]()'`\\ ,;";
    private static final String BEHIND = ".<>()'`\\ /";

    private MeantMail() {}

    /**
     * Reads an address behind another sign or another scheme, in brackets, or with a final dot.
     *
     * @param text has an at sign
     * @return empty where it could only be guessed
     */
    static Optional<String> of(String text) {
        String address = withoutPrefix(text);
        int at = address.indexOf('@');
        int query = address.indexOf('?', at);
        String local = unquoted(address.substring(0, at));
        String domain = unquoted(address.substring(at + 1, query < 0 ? address.length() : query));
        if (!isLocalPart(local)) {
            return Optional.empty();
        }
        String brackets = domain.startsWith("[") ? BEHIND : BEHIND + "[]";
        int to = domain.length();
        while (to > 0 && brackets.indexOf(domain.charAt(to - 1)) >= 0) {
            to--;
        }
        domain = domain.substring(0, to);
        String ascii =
                ULabels.isAscii(domain) ? domain : ULabels.toAscii(domain).orElse("");
        String header = query < 0 ? "" : MeantUrl.encoded(address.substring(query));
        return Optional.of("mailto:" + encoded(local) + "@" + ascii + header).filter(ReportUri::isUsable);
    }

    /** An address that lacks nothing but the scheme. */
    static boolean isBare(String text) {
        return text.indexOf('@') > 0 && withoutPrefix(text).equals(text) && of(text).isPresent();
    }

    /** Without what stands before the address: a scheme, the name of a field, brackets. */
    static String withoutPrefix(String text) {
        int at = text.indexOf('@');
        int from = text.lastIndexOf(':', at) + 1;
        for (int sign = text.indexOf('=', from); sign >= 0 && sign < at; sign = text.indexOf('=', from)) {
            String word = text.substring(from, sign);
            if (!isPrefix(word) && !word.isEmpty()) {
                break;
            }
            from = sign + 1;
        }
        while (from < at && (BEFORE.indexOf(text.charAt(from)) >= 0 || Pasted.isQuote(text.charAt(from)))) {
            from++;
        }
        return text.substring(from);
    }

    /** RFC 5322 §3.4.1: a quoted local part is the same mailbox without its quotes. */
    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Pasted.isQuote(text.charAt(from))) {
            from++;
        }
        while (to > from && Pasted.isQuote(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The scheme, however it is written, or the name of a field. */
    static boolean isPrefix(String word) {
        String lower = Chars.lower(word);
        return PREFIXES.contains(lower) || OneEdit.apart(lower, "mailto");
    }

    /** RFC 5322 §3.2.3: atext and dots, and what only percent-encoding can say. */
    private static boolean isLocalPart(String local) {
        return local.codePoints()
                .allMatch(c -> c > 0x7F
                        ? Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                        : Chars.isAlphanumeric((char) c) || ".!#$%&'*+-/=?^_`{|}~,;".indexOf(c) >= 0);
    }

    /** RFC 6068 §2: all that a URI or its reader would take for more; an encoded octet stays as it is. */
    private static String encoded(String local) {
        StringBuilder out = new StringBuilder(local.length());
        for (int at = 0; at < local.length(); at++) {
            char c = local.charAt(at);
            boolean escape = c == '%'
                    && at + 2 < local.length()
                    && Chars.isHexDigit(local.charAt(at + 1))
                    && Chars.isHexDigit(local.charAt(at + 2));
            if (c == '%') {
                out.append(escape ? "%" : "%25");
            } else if ("#&/=?".indexOf(c) >= 0) {
                out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        return MeantUrl.encoded(out.toString());
    }
}
