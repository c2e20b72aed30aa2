package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of a policy that somebody put on one line: between semicolons, commas, blanks, tags, escapes or in JSON. */
final class OneLine {

    private static final String AROUND = " \t,;|/\"'[]{}\\";

    private static final int LONGEST_TAG = 8;

    private final Span line;
    private final List<PolicyLine> fields = new ArrayList<>();

    private OneLine(Span line) {
        this.line = line;
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
        int key = nextKey(line.from());
        while (key < line.to()) {
            int end = endOfWord(key);
            int sign = sign(end);
            int next = nextKey(sign + 1);
            fields.add(
                    new PolicyLine(line.part(key, next), line.part(key, end), inner(line.part(sign + 1, next)), sign));
            key = next;
        }
    }

    /** Where a known key begins, or behind a separator any other; the end where none does. */
    private int nextKey(int from) {
        int at = from;
        while (at < line.to()) {
            int end = endOfWord(at);
            int start = isEscape(at + 1) ? at + 1 : at;
            if (end > start && sign(end) >= 0 && beginsKey(start, end)) {
                return start;
            }
            at = Math.max(end, at + 1);
        }
        return line.to();
    }

    private boolean beginsKey(int at, int end) {
        char before = at == line.from() ? ';' : line.whole().charAt(at - 1);
        boolean escape = isEscape(at);
        if (!escape && (PolicyLine.isKeyCharacter(before) || "-.".indexOf(before) >= 0)) {
            return false;
        }
        int separator = at;
        while (separator > line.from() && Chars.isWhiteSpace(line.whole().charAt(separator - 1))) {
            separator--;
        }
        return PolicyLine.KEYS.contains(Chars.lower(line.part(at, end).text()))
                || separator == line.from()
                || isEscape(separator)
                || ";,>{\"".indexOf(line.whole().charAt(separator - 1)) >= 0
                || (separator < at && isColonAndBlank(sign(end)));
    }

    private boolean isColonAndBlank(int sign) {
        String text = line.whole();
        return text.charAt(sign) == ':' && sign + 1 < line.to() && Chars.isWhiteSpace(text.charAt(sign + 1));
    }

    /** The escape of a line end stands before this place. */
    private boolean isEscape(int at) {
        return at >= line.from() + 2
                && line.whole().charAt(at - 2) == '\\'
                && "nr".indexOf(line.whole().charAt(at - 1)) >= 0;
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < line.to()
                && (PolicyLine.isKeyCharacter(line.whole().charAt(at))
                        || line.whole().charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    /** Where the colon or equals sign stands behind the key that ends here; -1 without one. */
    private int sign(int end) {
        int at = end;
        while (at < line.to() && " \t\"'".indexOf(line.whole().charAt(at)) >= 0) {
            at++;
        }
        return at < line.to() && ":=".indexOf(line.whole().charAt(at)) >= 0 ? at : -1;
    }

    /** Without what separates the value from the next field, or wraps it. */
    private static Span inner(Span value) {
        String whole = value.whole();
        int from = value.from();
        int to = value.to();
        while (from < to && AROUND.indexOf(whole.charAt(from)) >= 0) {
            from++;
        }
        for (int end = -1; end != to; ) {
            end = to;
            while (to > from && AROUND.indexOf(whole.charAt(to - 1)) >= 0) {
                to--;
            }
            if (to > from && whole.charAt(to - 1) == '>') {
                to = Math.max(from, startOfTag(whole, to));
            } else if (to - from > 2 && whole.charAt(to - 2) == '\\' && "nr".indexOf(whole.charAt(to - 1)) >= 0) {
                to -= 2;
            }
        }
        return value.part(from, to);
    }

    /** Where a short tag that ends here begins; the end where none does. */
    private static int startOfTag(String whole, int end) {
        for (int at = end - 1; at >= Math.max(0, end - LONGEST_TAG); at--) {
            if (whole.charAt(at) == '<') {
                return at;
            }
        }
        return end;
    }
}
