package io.github.mtasts.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text in the format of zone files (RFC 1035, section 5.1), which dig prints too: lines of tokens. Parentheses join lines, a
 * semicolon begins a comment, quotes make one token of what is between them. One character an octet.
 */
final class ZoneTokens {

    /**
     * A token.
     *
     * @param text without quotes and escapes
     * @param quoted whether it was in quotes
     */
    record Token(String text, boolean quoted) {

        boolean isWord(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    /**
     * A line that holds tokens.
     *
     * @param indented whether it begins with a blank, which means the owner of the line before
     * @param tokens one or more
     * @param hidden the comment, if it touches the last token, as where a semicolon was not quoted; else empty
     */
    record Line(boolean indented, List<Token> tokens, String hidden) {}

    /** What is not closed, and where the text says so first: 1-based, in octets. */
    record Unclosed(String what, int line, int column) {}

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private Optional<Unclosed> unclosed = Optional.empty();
    private int outermost;
    private int before;
    private List<Token> tokens = new ArrayList<>();
    private boolean indented;
    private String hidden = "";
    private int open;
    private boolean parenthesisIsLost;
    private int at;

    private ZoneTokens(String text) {
        this.text = text;
    }

    /** Never throws: a quote that is not closed ends with the line, a parenthesis before the next line that begins with a name. */
    static ZoneTokens read(String text) {
        ZoneTokens reading = new ZoneTokens(text);
        reading.read();
        if (reading.open > 0) {
            reading.readUnclosed();
        }
        reading.open = 0;
        reading.endOfLine();
        return reading;
    }

    static List<Line> lines(String text) {
        return read(text).lines();
    }

    List<Line> lines() {
        return lines;
    }

    Optional<Unclosed> unclosed() {
        return unclosed;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> endOfLine();
                case '(' -> step(1);
                case ')' -> step(-1);
                case ';' -> comment();
                case '"' -> quoted();
                case ' ', '\t', '\r' -> blank();
                default -> word();
            }
        }
    }

    /** Once more from the parenthesis on, since no line has ended behind it. */
    private void readUnclosed() {
        unclosed("parenthesis", outermost);
        tokens = new ArrayList<>(tokens.subList(0, before));
        at = outermost;
        open = 0;
        hidden = "";
        parenthesisIsLost = true;
        read();
    }

    private void unclosed(String what, int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        Unclosed found = new Unclosed(what, line, place - start + 1);
        unclosed = unclosed.filter(
                        first -> first.line() < line || (first.line() == line && first.column() < found.column()))
                .or(() -> Optional.of(found));
    }

    private void endOfLine() {
        at++;
        if (parenthesisIsLost && at < text.length() && " \t\r\n\"();".indexOf(text.charAt(at)) < 0) {
            open = 0;
        }
        if (open == 0) {
            if (!tokens.isEmpty()) {
                lines.add(new Line(indented, List.copyOf(tokens), hidden));
            }
            tokens = new ArrayList<>();
            hidden = "";
        }
    }

    private void step(int parentheses) {
        if (open == 0 && parentheses > 0) {
            outermost = at;
            before = tokens.size();
        }
        open = Math.max(0, open + parentheses);
        at++;
    }

    private void comment() {
        boolean touches = at > 0 && !tokens.isEmpty() && text.charAt(at - 1) > ' ' && text.charAt(at - 1) != '"';
        int start = at;
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        hidden = touches ? text.substring(start, at).stripTrailing() : hidden;
    }

    private void blank() {
        indented |= isLineStart();
        at++;
    }

    private void quoted() {
        noteStart();
        int quote = at++;
        StringBuilder token = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            character(token);
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else if (unclosed.isEmpty()) {
            unclosed("quotation mark", quote);
        }
        tokens.add(new Token(token.toString(), true));
    }

    private void word() {
        noteStart();
        StringBuilder token = new StringBuilder();
        while (at < text.length() && " \t\r\n\";()".indexOf(text.charAt(at)) < 0) {
            character(token);
        }
        tokens.add(new Token(token.toString(), false));
    }

    private void noteStart() {
        if (tokens.isEmpty() && open == 0) {
            indented = at > 0 && text.charAt(at - 1) != '\n';
        }
    }

    private boolean isLineStart() {
        return tokens.isEmpty() && (at == 0 || text.charAt(at - 1) == '\n');
    }

    private void character(StringBuilder token) {
        at += unescape(text, at, token);
    }

    /** Appends the character at a place, and returns how many characters it is written with. */
    private static int unescape(String text, int at, StringBuilder out) {
        if (text.charAt(at) != '\\' || at + 1 == text.length() || text.charAt(at + 1) == '\n') {
            out.append(text.charAt(at));
            return 1;
        }
        int number = 0;
        int digits = 0;
        while (digits < 3 && at + 1 + digits < text.length() && isDigit(text.charAt(at + 1 + digits))) {
            number = 10 * number + text.charAt(at + 1 + digits) - '0';
            digits++;
        }
        if (digits == 3 && number <= 0xFF) {
            out.append((char) number);
            return 1 + digits;
        }
        out.append(text.charAt(at + 1));
        return 2;
    }

    /** A whole text without escapes. */
    static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            at += unescape(text, at, out);
        }
        return out.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
