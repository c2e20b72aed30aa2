package io.github.mtasts.syntax;

import io.github.mtasts.issue.SourceSpan;

/**
 * A piece of a text and the line that it is in, so that what it says never parts from where it says it.
 *
 * @param whole the text, one character per octet
 * @param from where the piece begins in the whole text
 * @param to where it ends
 */
record Span(String whole, Line line, int from, int to) {

    /** A line's number, from 1, and where it begins in the text. */
    record Line(int number, int start) {}

    /** All of a text that is one line. */
    static Span of(String text) {
        return new Span(text, new Line(1, 0), 0, text.length());
    }

    String text() {
        return whole.substring(from, to);
    }

    String decoded() {
        return Octets.decode(text());
    }

    String quoted() {
        return Octets.quote(text());
    }

    boolean isEmpty() {
        return from == to;
    }

    int length() {
        return to - from;
    }

    /** The place, as issues and fields have it. */
    SourceSpan place() {
        return new SourceSpan(line.number(), from - line.start() + 1, to - from);
    }

    /** Where a character first stands in the whole text, as far as it is in this piece; -1 when it is not. */
    int indexOf(char wanted) {
        return Chars.indexOf(whole, wanted, from, to);
    }

    /** Where a character first stands, or where the piece ends. */
    int end(char wanted) {
        int at = indexOf(wanted);
        return at < 0 ? to : at;
    }

    /** A piece of the same line: offsets are in the whole text. */
    Span part(int start, int end) {
        return new Span(whole, line, start, end);
    }

    Span upTo(int end) {
        return part(from, end);
    }

    Span since(int start) {
        return part(Math.min(start, to), to);
    }

    /** Without white space around it. */
    Span trimmed() {
        int start = Chars.skipWhiteSpace(whole, from, to);
        return part(start, Chars.trimWhiteSpace(whole, start, to));
    }

    /** This piece; where it is empty another one, so that its issue has a place that shows. */
    Span or(Span other) {
        return isEmpty() ? other : this;
    }
}
