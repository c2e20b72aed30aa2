package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a policy and how they end (RFC 8461, section 3.2: {@code sts-policy-term = LF / CRLF}). A bare CR ends none.
 */
final class PolicyLines {

    /** In order, without their ends. */
    final List<Span> lines = new ArrayList<>();

    private int lf;
    private int crlf;

    /** What stands before {@code from} is in the first line, and not a part of it. */
    PolicyLines(String text, int from) {
        int begin = from;
        for (int start = 0, number = 1; start < text.length(); number++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            boolean cr = newline > begin && text.charAt(newline - 1) == '\r';
            lines.add(new Span(text, new Span.Line(number, start), begin, cr ? end - 1 : end));
            if (newline >= 0) {
                crlf += cr ? 1 : 0;
                lf += cr ? 0 : 1;
            }
            start = end + 1;
            begin = start;
        }
    }

    boolean areEndsMixed() {
        return lf > 0 && crlf > 0;
    }

    /** A sentence. */
    String ends() {
        return lf + (lf == 1 ? " line ends" : " lines end") + " in LF and " + crlf + " in CRLF.";
    }
}
