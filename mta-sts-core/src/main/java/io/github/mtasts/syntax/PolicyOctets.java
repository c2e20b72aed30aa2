package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_BOM;
import static io.github.mtasts.issue.IssueCode.POLICY_CONTROL_CHARACTER;
import static io.github.mtasts.issue.IssueCode.POLICY_NOT_UTF8;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;

/** The rules of a policy's octets: UTF-8, no byte order mark, no controls (RFC 8461, section 3.2). Each is reported once. */
final class PolicyOctets {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final String text;
    private final PlacedIssues found;
    private final boolean plain;

    PolicyOctets(String text, PlacedIssues found) {
        this.text = text;
        this.found = found;
        this.plain = isPlain(text);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < 0x20 && c != '\n' && c != '\r') || c > 0x7E) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!Chars.isWhiteSpace(c) && c != '\r' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Begins with a tag, a declaration or a comment, as lines of a policy never do. */
    boolean isHtml() {
        int at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (at < text.length() && (Chars.isWhiteSpace(text.charAt(at)) || "\r\n".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at + 1 < text.length()
                && text.charAt(at) == '<'
                && ("!?".indexOf(text.charAt(at + 1)) >= 0 || Chars.isAlphanumeric(text.charAt(at + 1)));
    }

    int afterByteOrderMark() {
        if (!text.startsWith(BYTE_ORDER_MARK)) {
            return 0;
        }
        found.add(POLICY_BOM, 0, BYTE_ORDER_MARK.length());
        return BYTE_ORDER_MARK.length();
    }

    /** Whether octets up to {@code to} break these rules, so that other faults there would only be echoes. */
    boolean spoils(int from, int to) {
        if (plain) {
            return false;
        }
        boolean control = false;
        for (int at = from; at < to && !control; at++) {
            char c = text.charAt(at);
            control = (c < 0x20 && c != '\t') || c == 0x7F;
            if (control) {
                control(at);
            }
        }
        int broken = Utf8.firstInvalid(text, from, to);
        if (broken >= 0) {
            once(POLICY_NOT_UTF8, broken, "The octet " + hex(broken) + " is not valid UTF-8.");
        }
        return control || broken >= 0;
    }

    /** RFC 8461 §3.2: within a value, only %x20 is white space. */
    boolean hasInnerTab(int from, int to) {
        int tab = plain ? -1 : Chars.indexOf(text, '\t', from, to);
        if (tab >= 0) {
            control(tab);
        }
        return tab >= 0;
    }

    private void control(int at) {
        String shown = RemoteText.escape(text.charAt(at));
        once(POLICY_CONTROL_CHARACTER, at, "The control character " + shown + " makes the policy invalid.");
    }

    private void once(IssueCode code, int at, String message) {
        if (!found.has(code)) {
            found.add(code, at, at + 1, message);
        }
    }

    private String hex(int at) {
        return "0x" + Integer.toHexString(text.charAt(at)).toUpperCase(java.util.Locale.ROOT);
    }
}
