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

    /** Without white space, quotes and brackets around. */
    static String unquoted(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && QUOTES.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }
}
