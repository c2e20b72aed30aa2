package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;

/** JSON that is fit to print: what a domain publishes stands in it as it is. */
public final class JsonText {

    private JsonText() {}

    /** The same JSON, in which characters that do not show (controls, bidi, zero-width) stand as escapes. */
    public static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); ) {
            int codePoint = json.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint < 0x7F || RemoteText.escape(codePoint).codePointAt(0) == codePoint) {
                out.appendCodePoint(codePoint);
            } else {
                for (int i = at; i < next; i++) {
                    out.append(String.format("\\u%04x", (int) json.charAt(i)));
                }
            }
            at = next;
        }
        return out.toString();
    }
}
