package io.github.mtasts.text;

/**
 * What text is laid out for.
 *
 * @param width columns of a line
 * @param colour whether words are emphasized
 */
public record Page(int width, boolean colour) {

    /** Below it, words are broken everywhere. */
    private static final int NARROWEST = 30;

    /** Widens what is too narrow to read to 30 columns. */
    public Page {
        width = Math.max(NARROWEST, width);
    }

    /**
     * Emphasizes words.
     *
     * @param paint how
     * @param text the words
     * @return the text itself where there is no colour
     */
    public String paint(Paint paint, String text) {
        return colour ? paint.on(text) : text;
    }
}
