package io.github.mtasts.syntax;

/** The lines between two lines of hyphens at a file's start, which a site generator should have taken for itself. */
final class FrontMatter {

    private static final String FENCE = "---";

    private FrontMatter() {}

    /** Where it ends in the text, its last fence included; where it would begin when there is none. */
    static int end(String text, int start) {
        int at = start;
        for (int number = 0; at < text.length(); number++) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            Span line = Span.of(text).part(at, newline > at && text.charAt(newline - 1) == '\r' ? end - 1 : end);
            boolean fence = line.trimmed().text().equals(FENCE);
            if (number == 0 ? !fence : new PolicyLine(line).resemblesExactly()) {
                return start;
            }
            if (number > 0 && fence) {
                return end;
            }
            at = end + 1;
        }
        return start;
    }
}
