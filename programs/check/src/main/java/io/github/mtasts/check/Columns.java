package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes, and what of it is fit to print. */
final class Columns {

    private Columns() {}

    /** The columns of a text that is fit to print: two for a wide character, none for a combining mark. */
    static int of(String text) {
        return text.codePoints()
                .map(codePoint -> Math.max(0, WCWidth.wcwidth(codePoint)))
                .sum();
    }

    /** Nothing in it can steer a terminal; unlike {@link RemoteText#escape(String)} it is not cut. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> out.append(RemoteText.escape(codePoint)));
        return out.toString();
    }
}
