package io.github.mtasts.issue;

/**
 * A place in a text as it was received. A TXT record is its joined character-strings, all of them line 1.
 *
 * @param line from 1; LF and CRLF end a line, a bare CR does not
 * @param column from 1, in octets
 * @param length in octets; 0 for an empty line
 */
public record SourceSpan(int line, int column, int length) {

    /** Checks the numbers; {@link IllegalArgumentException} when one is out of its range. */
    public SourceSpan {
        if (line < 1 || column < 1 || length < 0) {
            throw new IllegalArgumentException(
                    "invalid span: line " + line + ", column " + column + ", length " + length);
        }
    }
}
