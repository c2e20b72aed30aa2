package io.github.mtasts.syntax;

/** The text of an RTF document: of its outermost group, since those within hold fonts and colours. */
final class Rtf {

    private final String document;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private Rtf(String document) {
        this.document = document;
    }

    static String text(String document) {
        Rtf rtf = new Rtf(document);
        for (int at = 0; at < document.length(); ) {
            at = rtf.read(at);
        }
        return rtf.text.toString();
    }

    private int read(int at) {
        char c = document.charAt(at);
        if (c == '\\') {
            return control(at + 1);
        } else if (c == '{') {
            depth++;
        } else if (c == '}') {
            depth--;
        } else if (c != '\r' && c != '\n') {
            write(c);
        }
        return at + 1;
    }

    /** A word with a number and a blank behind it, or one other character; the end of a line is a line's end. */
    private int control(int from) {
        int at = from;
        while (at < document.length() && Chars.isAlphanumeric(document.charAt(at))) {
            at++;
        }
        String word = document.substring(from, at);
        if (word.equals("par") || word.equals("line") || (word.isEmpty() && isLineEnd(at))) {
            write('\n');
        }
        boolean blank = at < document.length() && document.charAt(at) == ' ';
        return word.isEmpty() || blank ? at + 1 : at;
    }

    private boolean isLineEnd(int at) {
        return at < document.length() && "\r\n".indexOf(document.charAt(at)) >= 0;
    }

    private void write(char c) {
        if (depth == 1) {
            text.append(c);
        }
    }
}
