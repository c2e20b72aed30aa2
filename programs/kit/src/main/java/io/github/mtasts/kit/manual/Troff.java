package io.github.mtasts.kit.manual;

import java.util.List;
import java.util.Locale;

/** The source of a page for {@code man}, with macros of man(7) only. */
final class Troff {

    private final StringBuilder source = new StringBuilder();
    private boolean begun;

    Troff(String name, String date, String version) {
        line(".TH \"%s\" \"1\" \"%s\" \"%s\" \"MTA\\-STS for Java\""
                .formatted(text(name.toUpperCase(Locale.ROOT)), date, text(version)));
    }

    void section(String title) {
        line(".SH \"" + text(title.toUpperCase(Locale.ROOT)) + "\"");
        begun = true;
    }

    void line(String formatted) {
        source.append(formatted).append('\n');
        begun = false;
    }

    void paragraphs(List<String> texts) {
        for (String text : texts) {
            begin();
            line(text(text));
        }
    }

    void entry(String term, List<String> texts) {
        line(".TP");
        line(term);
        line(text(String.join(" ", texts)));
    }

    void verbatim(List<String> lines) {
        begin();
        line(".nf");
        line(".RS 4");
        lines.forEach(each -> line(text(each)));
        line(".RE");
        line(".fi");
    }

    static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    static String italic(String text) {
        return text.isEmpty() ? "" : "\\fI" + text(text) + "\\fR";
    }

    /** Text that shows as it is. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append(escaped(c)));
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + escaped : escaped.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> c < 0x80 ? Character.toString(c) : "\\[u%04X]".formatted(c);
        };
    }

    /** A paragraph, which a section has begun already. */
    private void begin() {
        if (!begun) {
            line(".PP");
        }
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
