package io.github.mtasts.syntax;

/** What stands between two semicolons of a TXT record, as far as an equals sign separates a name from a value. */
record TxtField(Span span, Span name, Span value) {

    private static final String QUOTES = " \t\r\n\0\"'\\<>";

    static TxtField of(Span span) {
        int equals = span.end('=');
        return new TxtField(
                span, span.upTo(equals).trimmed(), span.since(equals + 1).trimmed());
    }

    boolean hasEquals() {
        return name.to() < span.to() && span.indexOf('=') >= 0;
    }

    Field field() {
        return new Field(name.decoded(), value.decoded(), value.or(span).place());
    }

    String meantName() {
        return unquoted(name.text());
    }

    String meantValue() {
        return unquoted(value.text());
    }

    /** Without white space, quotes and brackets around, those beyond ASCII included. */
    static String unquoted(String octets) {
        String text = Octets.decode(octets);
        String unquoted = unwrapped(text);
        return text.length() == octets.length() ? unquoted : Octets.of(unquoted).latin1();
    }

    /** The same of decoded text. */
    static String unwrapped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char c) {
        return QUOTES.indexOf(c) >= 0 || (c > 0x7F && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c));
    }
}
