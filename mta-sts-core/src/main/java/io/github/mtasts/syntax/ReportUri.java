package io.github.mtasts.syntax;

/** The URIs of a TLSRPT record: RFC 3986 in general, mailto (RFC 6068) and https in particular. */
final class ReportUri {

    private static final String MARKS = "-._~:/?#@$&'()*+=";
    private static final String LOCAL_MARKS = "-_~$'*+";

    private ReportUri() {}

    /** A URI that reports can be sent to, with everything encoded that the record's grammar requires. */
    static boolean isUsable(String uri) {
        String lower = Chars.lower(uri);
        if (!isUri(uri)) {
            return false;
        }
        return lower.startsWith("mailto:")
                ? isMailbox(uri.substring("mailto:".length()))
                : lower.startsWith("https://") && hasHost(uri.substring("https://".length()));
    }

    static boolean hasSupportedScheme(String uri) {
        String lower = Chars.lower(uri);
        return lower.startsWith("mailto:") || lower.startsWith("https:");
    }

    /** Something that a report could be sent to, however it is written. */
    static boolean isAddress(String text) {
        return hasSupportedScheme(text) || text.indexOf('@') > 0;
    }

    /** RFC 3986 §3.1: ALPHA *(ALPHA / DIGIT / "+" / "-" / ".") ":". */
    static boolean hasScheme(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 1 || Chars.isDigit(uri.charAt(0))) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = uri.charAt(i);
            if (!Chars.isAlphanumeric(c) && (i == 0 || (c != '+' && c != '-' && c != '.'))) {
                return false;
            }
        }
        return true;
    }

    /** RFC 3986 §2: unreserved and reserved characters and percent-encoded octets, less "!", "," and ";". */
    static boolean isUri(String uri) {
        if (!hasScheme(uri)) {
            return false;
        }
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                if (i + 2 >= uri.length()
                        || !Chars.isHexDigit(uri.charAt(i + 1))
                        || !Chars.isHexDigit(uri.charAt(i + 2))) {
                    return false;
                }
            } else if (!Chars.isAlphanumeric(c) && MARKS.indexOf(c) < 0 && !isHostBracket(uri, i)) {
                return false;
            }
        }
        return uri.indexOf('#') == uri.lastIndexOf('#');
    }

    static boolean isHttps(String uri) {
        return begins(uri, 0, uri.length(), "https:");
    }

    /**
     * Whether a comma or the like splits one URI: neither side is a URI alone, or the left one has header fields.
     *
     * @param text has the left side from {@code left} up to {@code sign}
     * @param right what follows the sign, without white space around it
     */
    static boolean isCut(String text, int left, int sign, String right) {
        if (right.isEmpty() || hasScheme(right)) {
            return false;
        }
        boolean address = right.indexOf('@') >= 0;
        if (begins(text, left, sign, "https:")) {
            return !address;
        }
        int at = Chars.indexOf(text, '@', left, sign);
        return at < 0
                ? address && begins(text, left, sign, "mailto:")
                : !address && Chars.indexOf(text, '?', at, sign) >= 0;
    }

    private static boolean begins(String text, int from, int to, String scheme) {
        return to - from >= scheme.length() && Chars.isSame(text, from, scheme, 0, scheme.length());
    }

    /** RFC 3986 §3.2.2: brackets stand around an IP literal, and nowhere else. */
    private static boolean isHostBracket(String uri, int at) {
        int open = uri.indexOf("://[") + "://".length();
        return open >= "://".length() && (at == open || (uri.charAt(at) == ']' && at == uri.indexOf(']')));
    }

    /** RFC 6068 §2: local-part "@" domain, header fields behind "?" left aside. */
    static boolean isMailbox(String rest) {
        int query = rest.indexOf('?');
        String address = query < 0 ? rest : rest.substring(0, query);
        int at = address.lastIndexOf('@');
        return at > 0 && isLocalPart(address.substring(0, at)) && isMailDomain(address.substring(at + 1));
    }

    /** RFC 6068 §2: dot-atom-text, with everything percent-encoded that a URI or its reader would take for more. */
    private static boolean isLocalPart(String local) {
        for (int at = 0; at < local.length(); at++) {
            char c = local.charAt(at);
            boolean dot = c == '.' && at > 0 && at + 1 < local.length() && local.charAt(at - 1) != '.';
            if (!dot && c != '%' && !Chars.isAlphanumeric(c) && LOCAL_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMailDomain(String domain) {
        StringBuilder decoded = new StringBuilder(domain.length());
        for (int at = 0; at < domain.length(); at++) {
            boolean encoded = domain.charAt(at) == '%'
                    && at + 2 < domain.length()
                    && Chars.isHexDigit(domain.charAt(at + 1))
                    && Chars.isHexDigit(domain.charAt(at + 2));
            char c = encoded ? (char) Integer.parseInt(domain, at + 1, at + 3, 16) : domain.charAt(at);
            decoded.append(c > 0x7F ? 'x' : c);
            at += encoded ? 2 : 0;
        }
        String name = decoded.toString();
        boolean literal = name.startsWith("[") && name.endsWith("]") && name.length() > 2;
        String address = literal ? name.substring(1, name.length() - 1) : "";
        return HostNames.isDomain(name)
                || HostNames.isIpv4(address)
                || (Chars.lower(address).startsWith("ipv6:") && HostNames.isIpv6(address.substring("ipv6:".length())));
    }

    /** RFC 3986 §3.2: [userinfo "@"] host [":" port], the host not empty. */
    private static boolean hasHost(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String user = rest.substring(0, end);
        if (user.indexOf('@') != user.lastIndexOf('@')) {
            return false;
        }
        String authority = user.substring(user.indexOf('@') + 1);
        int close = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', Math.max(close, 0));
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (!port.isEmpty() && (!Chars.isDigits(port) || port.length() > 5 || Integer.parseInt(port) > 65_535)) {
            return false;
        }
        return host.startsWith("[")
                ? host.endsWith("]") && HostNames.isIpv6(host.substring(1, host.length() - 1))
                : host.indexOf('%') > 0
                        || HostNames.isDomain(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }
}
