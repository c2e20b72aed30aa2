package io.github.mtasts.check;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes. */
final class Columns {

    private Columns() {}

    /** The columns of a text that is fit to print: two for a wide character, none for a combining mark. */
    static int of(String text) {
        return text.codePoints()
                .map(codePoint -> Math.max(0, WCWidth.wcwidth(codePoint)))
                .sum();
    }
}
