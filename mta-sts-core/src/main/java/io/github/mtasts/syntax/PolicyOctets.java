package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_BOM;
import static io.github.mtasts.issue.IssueCode.POLICY_CONTROL_CHARACTER;
import static io.github.mtasts.issue.IssueCode.POLICY_NOT_UTF8;

import io.github.mtasts.issue.RemoteText;
import java.util.Locale;

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
        return firstVisible(0) == text.length();
    }

    /** Nothing but this piece of the text is visible. */
    boolean isBlankBeside(Span piece) {
        return firstVisible(0) >= piece.from() && firstVisible(piece.to()) == text.length();
    }

    /** Begins with a tag, a declaration or a comment, as lines of a policy never do. */
    boolean isHtml() {
        int at = firstVisible(0);
        return at + 1 < text.length()
                && text.charAt(at) == '<'
                && ("!?".indexOf(text.charAt(at + 1)) >= 0 || Chars.isAlphanumeric(text.charAt(at + 1)));
    }

    private int firstVisible(int from) {
        int at = from == 0 && text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : from;
        while (at < text.length() && (Chars.isWhiteSpace(text.charAt(at)) || "\r\n".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    int afterByteOrderMark() {
        if (!text.startsWith(BYTE_ORDER_MARK)) {
            return 0;
        }
        found.add(POLICY_BOM, Span.of(BYTE_ORDER_MARK));
        return BYTE_ORDER_MARK.length();
    }

    /** Whether octets of the piece break these rules, so that other faults there would only be echoes. */
    boolean spoils(Span piece) {
        if (plain) {
            return false;
        }
        boolean control = false;
        for (int at = piece.from(); at < piece.to() && !control; at++) {
            char c = text.charAt(at);
            control = (c < 0x20 && c != '\t') || c == 0x7F;
            if (control) {
                control(piece, at);
            }
        }
        int broken = Utf8.firstInvalid(text, piece.from(), piece.to());
        if (broken >= 0) {
            found.addOnce(
                    POLICY_NOT_UTF8,
                    piece.part(broken, broken + 1),
                    () -> "The octet 0x"
                            + Integer.toHexString(text.charAt(broken)).toUpperCase(Locale.ROOT)
                            + " is not valid UTF-8.");
        }
        return control || broken >= 0;
    }

    /** RFC 8461 §3.2: within a value, only %x20 is white space. */
    boolean hasInnerTab(Span value) {
        int tab = plain ? -1 : value.indexOf('\t');
        if (tab >= 0) {
            control(value, tab);
        }
        return tab >= 0;
    }

    private void control(Span piece, int at) {
        found.addOnce(
                POLICY_CONTROL_CHARACTER,
                piece.part(at, at + 1),
                () -> "The control character " + RemoteText.escape(text.charAt(at)) + " makes the policy invalid.");
    }
}
