package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.RemoteText;

/**
 * A stranger's text in which each line begins with a mark, and nothing else can begin a line: so no line of it passes for
 * one of ours.
 *
 * @param text whole lines
 * @param differs whether anything was escaped or cut
 */
record QuotedText(String text, boolean differs) {

    static final String MARK = "| ";
    private static final int MAX_LINES = 120;

    /** Ends of lines are LF or CRLF; one at the end begins no further line. */
    static QuotedText of(String text) {
        StringBuilder out = new StringBuilder();
        boolean differs = false;
        int lines = 0;
        for (int at = 0; at < text.length(); lines++) {
            if (lines == MAX_LINES) {
                return new QuotedText(out.toString(), true);
            }
            int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            boolean carriageReturn = end > at && end < text.length() && text.charAt(end - 1) == '\r';
            String line = text.substring(at, carriageReturn ? end - 1 : end);
            String shown = RemoteText.escape(line);
            differs |= !shown.equals(line);
            out.append(MARK).append(shown).append('\n');
            at = end + 1;
        }
        return new QuotedText(out.toString(), differs);
    }
}
