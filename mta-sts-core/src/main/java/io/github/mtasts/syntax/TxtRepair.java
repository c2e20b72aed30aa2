package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a TXT record anew from what could be read of a faulty one. */
final class TxtRepair {

    private static final String QUOTES = " \t\r\n\0\"'\\<>";

    private final String text;
    private final List<Field> fields;
    private final List<String> guesses = new ArrayList<>();

    TxtRepair(String text, List<Field> fields) {
        this.text = text;
        this.fields = fields;
    }

    Repair sts(String freshId) {
        String id = field("id").map(field -> unquoted(field.value())).orElseGet(() -> word(after("id")));
        if (!StsRecordParser.isId(id)) {
            id = freshId;
            guesses.add("The id is new.");
        }
        return new Repair(write(TxtGrammar.STS, id), guesses);
    }

    Repair tlsRpt(String placeholder) {
        List<String> uris =
                MeantUris.of(field("rua").map(this::beyondSemicolons).orElseGet(() -> after("rua")));
        if (uris.isEmpty()) {
            uris = List.of(placeholder);
            guesses.add("The report address is a placeholder: replace it with one that you read.");
        }
        return new Repair(write(TxtGrammar.TLSRPT, String.join(",", uris)), guesses);
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The required field where it first stood, extensions around it in their order. */
    private String write(TxtGrammar grammar, String value) {
        Map<String, String> written = new LinkedHashMap<>();
        for (Field field : fields) {
            String name = unquoted(field.name());
            if (Chars.lower(name).equals(grammar.key)) {
                written.putIfAbsent(grammar.key, value);
            } else if (!name.equalsIgnoreCase("v")
                    && Chars.isExtensionName(name, 0, name.length())
                    && Chars.isRecordValue(unquoted(field.value()))) {
                written.putIfAbsent(name, unquoted(field.value()));
            }
        }
        written.putIfAbsent(grammar.key, value);
        return grammar.version + Extensions.toTxt(written);
    }

    /** The field's value, and what an unencoded semicolon cut off from it: text without an equals sign or white space first. */
    private String beyondSemicolons(Field field) {
        int from = field.span().column() - 1;
        int end = from + field.span().length();
        while (end + 1 < text.length() && text.charAt(end) == ';' && !Chars.isWhiteSpace(text.charAt(end + 1))) {
            int next = endOfField(end + 1);
            if (Chars.indexOf(text, '=', end + 1, next) >= 0) {
                break;
            }
            end = next;
        }
        return text.substring(from, end);
    }

    /** The text up to the first delimiter. */
    private static String word(String value) {
        int end = 0;
        while (end < value.length() && "; ,\t\"'".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }

    /** What follows {@code name=} or {@code name:}, up to the next semicolon; may be empty. */
    private String after(String name) {
        for (int at = 0; at + name.length() < text.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length()) && beginsWord(at)) {
                int sign = Chars.skipWhiteSpace(text, at + name.length(), text.length());
                if (sign < text.length() && (text.charAt(sign) == '=' || text.charAt(sign) == ':')) {
                    int from = Chars.skipWhiteSpace(text, sign + 1, text.length());
                    return unquoted(text.substring(from, endOfField(from)));
                }
            }
        }
        return "";
    }

    private boolean beginsWord(int at) {
        return at == 0 || !(Chars.isAlphanumeric(text.charAt(at - 1)) || "-_.=:".indexOf(text.charAt(at - 1)) >= 0);
    }

    private int endOfField(int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
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
