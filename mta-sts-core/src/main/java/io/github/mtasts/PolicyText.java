package io.github.mtasts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Changes one thing in the text of a valid policy, and leaves all else as it is. */
final class PolicyText {

    /** RFC 8461, section 3.3: a policy larger than this is discarded. */
    private static final int MOST_OCTETS = 64 << 10;

    private PolicyText() {}

    /** Why a text cannot be published, as a sentence; empty where it can. */
    static Optional<String> tooLarge(String text) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        return octets <= MOST_OCTETS
                ? Optional.empty()
                : Optional.of(" The whole text would have " + octets
                        + " octets, and senders discard a policy over 64 KiB: name the MX hosts by wildcard patterns.");
    }

    /** A first policy: mode testing, one mx line for each host. */
    static String first(List<String> mxHosts, long maxAge) {
        StringBuilder out = new StringBuilder("version: STSv1\r\nmode: testing\r\n");
        mxHosts.forEach(host -> out.append("mx: ").append(host).append("\r\n"));
        return out.append("max_age: ").append(maxAge).append("\r\n").toString();
    }

    /** Another value for the first field of a key. */
    static String with(String text, String key, String value) {
        int start = lineOf(text, key, 0);
        if (start < 0) {
            return text;
        }
        int from = start + key.length() + 1;
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        int to = from;
        while (to < text.length() && " \t\r\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(0, from) + value + text.substring(to);
    }

    /** More mx lines, behind the last one. */
    static String withMx(String text, List<String> mxHosts) {
        int last = -1;
        for (int at = lineOf(text, "mx", 0); at >= 0; at = lineOf(text, "mx", at + 1)) {
            last = at;
        }
        int newline = text.indexOf('\n', Math.max(last, 0));
        String end = text.contains("\r\n") || !text.contains("\n") ? "\r\n" : "\n";
        StringBuilder added = new StringBuilder();
        mxHosts.forEach(host -> added.append("mx: ").append(host).append(end));
        return newline < 0 ? text + end + added : text.substring(0, newline + 1) + added + text.substring(newline + 1);
    }

    private static int lineOf(String text, String key, int from) {
        int at = from;
        while (at >= 0 && at < text.length()) {
            if ((at == 0 || text.charAt(at - 1) == '\n') && text.startsWith(key + ":", at)) {
                return at;
            }
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? -1 : newline + 1;
        }
        return -1;
    }
}
