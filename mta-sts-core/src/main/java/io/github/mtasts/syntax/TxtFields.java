package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.Chars.skipWhiteSpace;
import static io.github.mtasts.syntax.Chars.trimWhiteSpace;

import io.github.mtasts.issue.IssueCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the grammar that the MTA-STS and the TLSRPT record share: a version, and fields separated by semicolons. */
final class TxtFields {

    /** Judges the value of the one field that the record requires. */
    @FunctionalInterface
    interface KeyRule {
        /** Offsets in the text: where the field begins, and the value from and to. */
        void judge(int field, int from, int to);
    }

    final List<Field> fields = new ArrayList<>();
    final Map<String, String> extensions = new LinkedHashMap<>();

    private final String text;
    private final TxtGrammar grammar;
    private final PlacedIssues found;
    private final KeyRule rule;
    private final Set<String> names = new HashSet<>(Set.of("v"));
    private boolean keyAttempted;
    private int keyEnd = -1;

    TxtFields(String text, TxtGrammar grammar, PlacedIssues found, KeyRule rule) {
        this.text = text;
        this.grammar = grammar;
        this.found = found;
        this.rule = rule;
    }

    /**
     * RFC 8461 §3.1: version 1*(*WSP ";" *WSP field) [*WSP ";" *WSP].
     *
     * @return whether the required field is missing: false too when the record is not seen at all
     */
    boolean read() {
        ascii();
        if (!grammar.isSeen(text)) {
            unseen();
            return false;
        }
        int semicolon = version();
        while (semicolon < text.length()) {
            int end = endOfField(semicolon + 1);
            delimited(semicolon + 1, end);
            semicolon = end;
        }
        return !keyAttempted;
    }

    /** RFC 8461 §3.1: US-ASCII; reported once. */
    private void ascii() {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7F) {
                int end = at;
                while (end < text.length() && text.charAt(end) > 0x7F) {
                    end++;
                }
                found.add(
                        grammar.notAscii,
                        at,
                        end,
                        "The record has " + Octets.quote(text.substring(at, end))
                                + ", which is outside US-ASCII, so it is invalid.");
                return;
            }
        }
    }

    /** RFC 8461 §3.1: records that do not begin with the version are discarded. */
    private void unseen() {
        for (int from = 0; from < text.length(); from = endOfField(from) + 1) {
            int start = skipWhiteSpace(text, from, endOfField(from));
            show(start, trimWhiteSpace(text, start, endOfField(from)));
        }
        int later = grammar.laterVersion(text);
        if (later >= 0) {
            found.add(grammar.versionNotFirst, later, later + grammar.version.length());
            return;
        }
        int start = skipWhiteSpace(text, 0, text.length());
        int end = trimWhiteSpace(text, start, endOfField(0));
        if (start > 0 && grammar.isSeen(text.substring(start))) {
            found.add(
                    grammar.versionInvalid,
                    0,
                    start,
                    grammar.versionInvalid.meaning() + " There is white space at its start.");
            return;
        }
        int value = start + "v=".length();
        boolean named = text.startsWith("v=", start) && value < end && !Chars.isWhiteSpace(text.charAt(value));
        int from = named ? value : start;
        int to = from;
        while (to < end && !(named && Chars.isWhiteSpace(text.charAt(to)))) {
            to++;
        }
        found.add(
                grammar.versionInvalid,
                from,
                to,
                grammar.versionInvalid.meaning() + " It begins with "
                        + Octets.quote(text.substring(0, Math.max(to, start))) + ".");
    }

    /** RFC 8461 §3.1: the version, and what stands between it and the first delimiter. */
    private int version() {
        int from = grammar.version.length();
        fields.add(new Field("v", text.substring(2, from), found.span(2, from)));
        int semicolon = endOfField(from);
        int content = skipWhiteSpace(text, from, semicolon);
        if (content < semicolon) {
            int end = trimWhiteSpace(text, content, semicolon);
            show(content, end);
            malformed(content, end, 0);
        } else if (content > from) {
            found.add(
                    semicolon < text.length() ? grammar.spaceBeforeDelimiter : grammar.trailingSpace, from, semicolon);
        }
        return semicolon;
    }

    private void delimited(int from, int to) {
        boolean last = to == text.length();
        int start = skipWhiteSpace(text, from, to);
        int end = trimWhiteSpace(text, start, to);
        if (start == end) {
            if (!last) {
                found.add(grammar.fieldMalformed, to, to + 1, "There is nothing between two semicolons.");
            }
            return;
        }
        if (last && end < to) {
            found.add(grammar.trailingSpace, end, to);
        }
        field(start, end);
    }

    private void field(int start, int end) {
        int equals = show(start, end);
        if (hasNonAscii(start, end)) {
            keyAttempted |= mentionsKey(start, end);
            return;
        }
        if (equals < 0 || !Chars.isExtensionName(text, start, equals)) {
            malformed(start, end, start);
            return;
        }
        String name = text.substring(start, equals);
        String value = text.substring(equals + 1, end);
        boolean key = name.equals(grammar.key);
        if (key && names.add(name)) {
            keyAttempted = true;
            keyEnd = end;
            rule.judge(start, equals + 1, end);
        } else if (!hasShape(key, value)) {
            malformed(start, end, start);
        } else if (key || !names.add(name)) {
            found.add(
                    grammar.fieldDuplicate,
                    start,
                    end,
                    () -> "The field " + Octets.quote(name) + " occurs twice; the first one applies.");
        } else {
            extensions.put(name, value);
            found.add(grammar.fieldUnknown, start, end, () -> unknown(name));
        }
    }

    private String unknown(String name) {
        return Chars.lower(name).equals(grammar.key)
                ? Octets.quote(name) + " is an unknown field, since names are case-sensitive: write " + grammar.key
                        + "."
                : "The field " + Octets.quote(name) + " is unknown to the RFC and is ignored.";
    }

    private void malformed(int content, int end, int from) {
        keyAttempted |= mentionsKey(content, end);
        boolean cutUri =
                grammar == TxtGrammar.TLSRPT && content == keyEnd + 1 && Chars.indexOf(text, '=', content, end) < 0;
        IssueCode code = cutUri ? IssueCode.TLSRPT_RUA_UNENCODED : grammar.fieldMalformed;
        found.add(
                code,
                from,
                end,
                () -> cutUri
                        ? "An unencoded semicolon ends the URI before " + Octets.quote(text.substring(from, end)) + "."
                        : Octets.quote(text.substring(from, end)) + " is not a field of the form name=value.");
    }

    /** Whether the text reads as the required field after a quote or the like, so that it is not reported as missing. */
    private boolean mentionsKey(int start, int end) {
        String key = grammar.key;
        int from = start;
        while (from < end && !Chars.isAlphanumeric(text.charAt(from))) {
            from++;
        }
        int after = from + key.length();
        return after <= end
                && text.regionMatches(true, from, key, 0, key.length())
                && (after == end || !Chars.isAlphanumeric(text.charAt(after)));
    }

    /** Keeps the field for showing; returns where its equals sign stands, or -1. */
    private int show(int start, int end) {
        int equals = Chars.indexOf(text, '=', start, end);
        if (equals < 0) {
            return -1;
        }
        int value = skipWhiteSpace(text, equals + 1, end);
        String name = text.substring(start, trimWhiteSpace(text, start, equals));
        fields.add(new Field(
                Octets.decode(name),
                Octets.decode(text.substring(value, end)),
                value < end ? found.span(value, end) : found.span(start, end)));
        return equals;
    }

    private int endOfField(int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
    }

    private boolean hasNonAscii(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** Report URIs hold equals signs, which extension values must not. */
    private boolean hasShape(boolean key, String value) {
        return (key && grammar == TxtGrammar.TLSRPT) ? isPrintable(value) : Chars.isRecordValue(value);
    }

    private static boolean isPrintable(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < 0x21 || value.charAt(at) > 0x7E) {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
