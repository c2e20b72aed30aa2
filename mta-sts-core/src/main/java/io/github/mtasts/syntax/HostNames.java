package io.github.mtasts.syntax;

/** Host names as RFC 5321, section 4.1.2 has them: labels of letters, digits and inner hyphens. */
final class HostNames {

    static final int MAX_LABEL = 63;
    static final int MAX_NAME = 253;

    private HostNames() {}

    /** RFC 5321 §4.1.2: Domain = sub-domain *("." sub-domain), within the limits of RFC 1035 §2.3.4. */
    static boolean isDomain(String text, int from, int to) {
        if (to - from > MAX_NAME) {
            return false;
        }
        int label = from;
        for (int at = from; at <= to; at++) {
            if (at == to || text.charAt(at) == '.') {
                if (!isLabel(text, label, at)) {
                    return false;
                }
                label = at + 1;
            }
        }
        return true;
    }

    static boolean isDomain(String text) {
        return isDomain(text, 0, text.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        if (to == from || to - from > MAX_LABEL || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!Chars.isAlphanumeric(text.charAt(at)) && text.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }

    /** Four decimal numbers of 0 to 255. */
    static boolean isIpv4(String text) {
        int parts = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '.') {
                if (at - from < 1 || at - from > 3 || Integer.parseInt(text, from, at, 10) > 255) {
                    return false;
                }
                parts++;
                from = at + 1;
            } else if (!Chars.isDigit(text.charAt(at))) {
                return false;
            }
        }
        return parts == 4;
    }

    /** Hexadecimal groups with at least two colons: enough to distinguish an address from a name with a port. */
    static boolean isIpv6(String text) {
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (!Chars.isHexDigit(c) && c != '.') {
                return false;
            }
        }
        return colons >= 2;
    }
}
