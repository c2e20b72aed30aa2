package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of a policy that somebody put on one line: between semicolons, commas, blanks, tags, escapes or in JSON. */
final class OneLine {

    private static final String AROUND = " \t,;|/\"'[]{}\\&";

    /** More than the first word of any value needs. */
    private static final int ENOUGH = 300;

    private final Span line;

    /** What the line says without escapes; offsets here count from its start. */
    private final String text;

    private final boolean beginsWithKey;
    private final List<PolicyLine> fields = new ArrayList<>();

    private OneLine(Span line) {
        this.line = line;
        this.text = Unescaped.of(line.text());
        int from = skip(0, AROUND);
        this.beginsWithKey = isKnown(from, endOfWord(from));
    }

    /**
     * The fields on a line.
     *
     * @param alone whether no other line is there to make a policy
     * @return empty unless it names two of the known keys, and is not an extension field of the grammar
     */
    static List<PolicyLine> fields(Span line, boolean alone) {
        OneLine one = new OneLine(line);
        one.read();
        Set<String> keys = new HashSet<>();
        one.fields.stream().filter(PolicyLine::resemblesExactly).forEach(field -> keys.add(field.letters));
        return keys.size() > 1 && isPossible(line, alone) ? one.fields : List.of();
    }

    static boolean isPolicy(String text) {
        return !fields(Span.of(text), true).isEmpty();
    }

    /** A comment is none, and an extension field may speak of other fields. */
    private static boolean isPossible(Span line, boolean alone) {
        PolicyLine whole = new PolicyLine(line);
        boolean field = whole.hasColon() && Chars.isExtensionName(line.whole(), whole.key.from(), whole.key.to());
        return !whole.isComment() && (alone || whole.isKnown() || !field);
    }

    private void read() {
        int key = nextKey(0);
        while (key < text.length()) {
            int end = endOfWord(key);
            int sign = sign(key, end);
            int next = nextKey(sign + 1);
            fields.add(new PolicyLine(part(key, next), part(key, end), inner(sign + 1, next), line.from() + sign));
            key = next;
        }
    }

    private Span part(int from, int to) {
        return line.part(line.from() + from, line.from() + to);
    }

    /** Where a known key begins, or behind a separator any other; the end where none does. */
    private int nextKey(int from) {
        int at = from;
        while (at < text.length()) {
            int end = endOfWord(at);
            if (end > at && sign(at, end) >= 0 && beginsKey(at, end)) {
                return at;
            }
            at = Math.max(end, at + 1);
        }
        return at;
    }

    private boolean beginsKey(int at, int end) {
        char before = at == 0 ? ';' : text.charAt(at - 1);
        if (PolicyLine.isKeyCharacter(before) || "-.".indexOf(before) >= 0) {
            return false;
        }
        int separator = Chars.trimWhiteSpace(text, 0, at);
        return isKnown(at, end)
                || separator == 0
                || ";,>{\"&".indexOf(text.charAt(separator - 1)) >= 0
                || (separator < at && isColonAndBlank(sign(at, end)));
    }

    private boolean isKnown(int from, int to) {
        return PolicyLine.KEYS.contains(Chars.lower(text.substring(from, to)));
    }

    private boolean isColonAndBlank(int sign) {
        return text.charAt(sign) == ':' && sign + 1 < text.length() && Chars.isWhiteSpace(text.charAt(sign + 1));
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < text.length() && (PolicyLine.isKeyCharacter(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    /** Where the colon or equals sign stands behind a key, or the blank between a known one and its value; -1 without one. */
    private int sign(int key, int end) {
        int at = skip(end, " \t\"'");
        if (at < text.length() && ":=".indexOf(text.charAt(at)) >= 0) {
            return at;
        }
        return at > end && beginsWithKey && isKnown(key, end) && isValue(key, end) ? end : -1;
    }

    /** What stands behind the key can only be its value, so it needs no colon to be told from prose. */
    private boolean isValue(int key, int end) {
        String rest = text.substring(end, Math.min(end + ENOUGH, text.length()));
        String word = Chars.words(rest).stream().findFirst().orElse("");
        return switch (Chars.lower(text.substring(key, end))) {
            case "version" -> Chars.lower(word).contains("stsv");
            case "mode" -> MeantValue.mode(word).isPresent();
            case "max_age" -> MeantValue.maxAge(word).isPresent();
            default ->
                MeantHosts.of(word).stream().anyMatch(host -> host.orElse("").indexOf('.') > 0);
        };
    }

    private int skip(int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Without what separates the value from the next field, or wraps it. */
    private Span inner(int start, int end) {
        int from = Math.min(skip(start, AROUND), end);
        int to = end;
        while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return part(from, to);
    }
}
