package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a TXT record anew from what could be read of a faulty one. */
final class TxtRepair {

    private final String text;
    private final List<Field> fields;
    private final List<String> guesses = new ArrayList<>();

    TxtRepair(String text, List<Field> fields) {
        this.text = text;
        this.fields = fields;
    }

    Repair sts(String freshId) {
        String id = word("id");
        if (!StsRecordParser.isId(id)) {
            id = freshId;
            guesses.add("The id is a fresh one.");
        }
        return new Repair(write(TxtGrammar.STS, id), guesses);
    }

    Repair tlsRpt(String placeholder) {
        List<String> uris = new ArrayList<>();
        for (String uri : Chars.split(rua(), ", \t\n\u000B\f\r")) {
            String usable = usable(uri);
            if (!usable.isEmpty() && !uris.contains(usable)) {
                uris.add(usable);
            }
        }
        if (uris.isEmpty()) {
            uris.add(placeholder);
            guesses.add("The report address is a placeholder: put in one that you read.");
        }
        return new Repair(write(TxtGrammar.TLSRPT, String.join(",", uris)), guesses);
    }

    /** The demanded field where it first stood, extensions around it in their order. */
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

    private String rua() {
        return fields.stream()
                .filter(field -> Chars.lower(unquoted(field.name())).equals("rua"))
                .map(Field::value)
                .findFirst()
                .orElseGet(() -> after("rua"));
    }

    /** A report URI made usable without a guess; empty when it cannot be. */
    private static String usable(String raw) {
        String uri = unquoted(raw);
        int mark = uri.indexOf('!');
        if (mark >= 0 && mark + 1 < uri.length() && Chars.isDigit(uri.charAt(mark + 1))) {
            uri = uri.substring(0, mark);
        }
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean raws = c == '!' || c == ';' || c <= 0x20 || c > 0x7E || "\"<>\\^`{|}".indexOf(c) >= 0;
            encoded.append(raws ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
        }
        uri = encoded.toString();
        if (!ReportUri.hasScheme(uri) && uri.indexOf('@') > 0) {
            uri = "mailto:" + uri;
        }
        return ReportUri.isUsable(uri) ? uri : "";
    }

    /** The letters and digits behind {@code name=}, wherever in the text; empty when there are none. */
    private String word(String name) {
        String value = after(name);
        int end = 0;
        while (end < value.length() && "; ,\t\"'".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }

    /** What stands behind {@code name=} or {@code name:} up to the next semicolon; empty when nothing does. */
    private String after(String name) {
        for (int at = 0; at + name.length() < text.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length())
                    && (at == 0 || !Chars.isAlphanumeric(text.charAt(at - 1)))) {
                int sign = Chars.skipWhiteSpace(text, at + name.length(), text.length());
                if (sign < text.length() && (text.charAt(sign) == '=' || text.charAt(sign) == ':')) {
                    int from = Chars.skipWhiteSpace(text, sign + 1, text.length());
                    int end = Chars.indexOf(text, ';', from, text.length());
                    return unquoted(text.substring(from, end < 0 ? text.length() : end));
                }
            }
        }
        return "";
    }

    private static String unquoted(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && " \t\"'\\".indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " \t\"'\\".indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }
}
