package io.github.mtasts.syntax;

import java.util.Map;
import java.util.Set;

/** What stands for line ends and white space in other kinds of text: in HTML, in URLs, and between quotation marks in code. */
final class Unescaped {

    private static final Map<String, Character> CODES = Map.ofEntries(
            Map.entry("\\n", ';'),
            Map.entry("\\r", ';'),
            Map.entry("\\t", ' '),
            Map.entry("%0a", ';'),
            Map.entry("%0d", ';'),
            Map.entry("%09", ' '),
            Map.entry("%20", ' '),
            Map.entry("%3a", ':'),
            Map.entry("%3b", ';'),
            Map.entry("%3d", '='),
            Map.entry("%2c", ','),
            Map.entry("&#10;", ';'),
            Map.entry("&#13;", ';'),
            Map.entry("&#xa;", ';'),
            Map.entry("&#xd;", ';'),
            Map.entry("&#x0a;", ';'),
            Map.entry("&#x0d;", ';'),
            Map.entry("&newline;", ';'),
            Map.entry("&nbsp;", ' '),
            Map.entry("&#160;", ' '),
            Map.entry("&#32;", ' '),
            Map.entry("&#58;", ':'),
            Map.entry("&colon;", ':'),
            Map.entry("&quot;", '"'),
            Map.entry("&#34;", '"'),
            Map.entry("&lt;", '<'),
            Map.entry("&gt;", '>'));

    private static final Set<String> TAGS =
            Set.of("br", "p", "div", "span", "pre", "code", "ul", "ol", "li", "table", "tr", "td");

    private Unescaped() {}

    /** The text in the same length, so that places stay, with a semicolon in the place of each line end and of each tag. */
    static String of(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('%') < 0 && text.indexOf('&') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        String lower = Chars.lower(text);
        boolean form = lower.contains("%0a") || lower.contains("%0d");
        StringBuilder out = new StringBuilder(text.length());
        while (out.length() < text.length()) {
            int at = out.length();
            String code = code(lower, at);
            if (!code.isEmpty()) {
                out.append(CODES.get(code)).append(" ".repeat(code.length() - 1));
            } else {
                out.append(form && text.charAt(at) == '+' ? ' ' : text.charAt(at));
            }
        }
        tags(out);
        return out.toString();
    }

    private static String code(String lower, int at) {
        return "\\%&".indexOf(lower.charAt(at)) < 0
                ? ""
                : CODES.keySet().stream()
                        .filter(code -> lower.startsWith(code, at))
                        .findFirst()
                        .orElse("");
    }

    private static void tags(StringBuilder text) {
        int open = -1;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '<') {
                open = at;
            } else if (text.charAt(at) == '>' && open >= 0) {
                if (TAGS.contains(name(text.substring(open + 1, at)))) {
                    text.setCharAt(open, ';');
                    text.replace(open + 1, at + 1, " ".repeat(at - open));
                }
                open = -1;
            }
        }
    }

    /** Of a tag, without the slash of one that closes, and without attributes. */
    private static String name(String tag) {
        String name = Chars.lower(tag).strip();
        int from = name.startsWith("/") ? 1 : 0;
        int to = from;
        while (to < name.length() && Chars.isAlphanumeric(name.charAt(to))) {
            to++;
        }
        return to == name.length() || " /".indexOf(name.charAt(to)) >= 0 ? name.substring(from, to) : "";
    }
}
