package io.github.mtasts.check;

import io.github.mtasts.check.TxtTexts.Txt;
import io.github.mtasts.check.ZoneTokens.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * What Resolve-DnsName of PowerShell prints: a table with a line for each record, or a list with a line for each property. The
 * strings of a record are in braces.
 */
final class ResolveDnsName {

    private static final List<String> COLUMNS = List.of("Name", "Type", "TTL", "Section");
    private static final String SEPARATOR = ", ";

    private final List<Txt> records = new ArrayList<>();
    private boolean cut;
    private String name = "";
    private String type = "";
    private final StringBuilder braces = new StringBuilder();

    private ResolveDnsName(List<String> lines) {
        lines.forEach(this::read);
        end();
    }

    /** Empty for another text. */
    static Optional<ResolveDnsName> of(String text) {
        List<String> lines = text.lines().toList();
        boolean printed = lines.stream()
                .anyMatch(line -> Collections.indexOfSubList(words(line), COLUMNS) == 0
                        || key(line).equals("Section"));
        return printed ? Optional.of(new ResolveDnsName(lines)) : Optional.empty();
    }

    /** The TXT records, in order. */
    List<Txt> records() {
        return records;
    }

    /** Whether the end of a TXT record was left out, for which there was no place. */
    boolean isCut() {
        return cut;
    }

    private void read(String line) {
        if (braces.length() > 0 && line.startsWith(" ")) {
            braces.append(line.stripLeading());
            return;
        }
        end();
        int brace = line.indexOf(" {");
        List<String> before = brace < 0 ? List.of() : words(line.substring(0, brace));
        if (before.size() == COLUMNS.size()) {
            name = before.get(0);
            type = before.get(1);
            braces.append(line.substring(brace + 1));
        }
        switch (key(line)) {
            case "Name" -> name = value(line);
            case "Type", "QueryType" -> type = value(line);
            case "Strings" -> braces.append(value(line));
            default -> {}
        }
    }

    private void end() {
        String text = braces.toString().strip();
        if (type.equals("TXT") && text.startsWith("{")) {
            boolean whole = text.endsWith("}") && !isShortened(text.substring(0, text.length() - 1));
            cut |= !whole;
            Optional<String> owner = Optional.of(name).filter(known -> !isShortened(known));
            records.addAll(
                    whole ? List.of(TxtTexts.txt(owner, strings(text.substring(1, text.length() - 1)))) : List.of());
        }
        braces.setLength(0);
    }

    /** A comma and a blank part two strings, but between two URIs they are more likely part of a list. */
    private static List<Token> strings(String text) {
        List<Token> strings = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) {
            String next = text.substring(at + SEPARATOR.length());
            boolean listed = next.startsWith("mailto:") || next.startsWith("https:");
            if (!listed || text.charAt(Math.max(0, at - 1)) == ',') {
                strings.add(new Token(text.substring(start, at), true));
                start = at + SEPARATOR.length();
            }
        }
        strings.add(new Token(text.substring(start), true));
        return strings;
    }

    /** An ellipsis, which is one character in UTF-8 since PowerShell 6. */
    private static boolean isShortened(String text) {
        return text.endsWith("...") || text.endsWith("\u00E2\u0080\u00A6");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        new StringTokenizer(line).asIterator().forEachRemaining(word -> words.add((String) word));
        return words;
    }

    private static String key(String line) {
        int colon = line.indexOf(" : ");
        return colon < 0 ? "" : line.substring(0, colon).strip();
    }

    private static String value(String line) {
        return line.substring(line.indexOf(" : ") + " : ".length()).strip();
    }
}
