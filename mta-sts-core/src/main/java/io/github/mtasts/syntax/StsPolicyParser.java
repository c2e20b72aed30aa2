package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.FETCH_HTML_BODY;
import static io.github.mtasts.issue.IssueCode.POLICY_BLANK_LINE;
import static io.github.mtasts.issue.IssueCode.POLICY_EMPTY;
import static io.github.mtasts.issue.IssueCode.POLICY_FIELD_DUPLICATE;
import static io.github.mtasts.issue.IssueCode.POLICY_FIELD_UNKNOWN;
import static io.github.mtasts.issue.IssueCode.POLICY_KEY_CASE;
import static io.github.mtasts.issue.IssueCode.POLICY_KEY_TYPO;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_ENDINGS_MIXED;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_ENDING_BARE_CR;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_MALFORMED;
import static io.github.mtasts.issue.IssueCode.POLICY_VERSION_NOT_FIRST;
import static io.github.mtasts.syntax.Chars.skipWhiteSpace;
import static io.github.mtasts.syntax.Chars.trimWhiteSpace;

import io.github.mtasts.issue.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a policy file (RFC 8461, section 3.2): its lines and keys; the values are for {@link PolicyValues}. */
final class StsPolicyParser {

    static final List<String> KEYS = List.of("version", "mode", "max_age", "mx");

    /** An unknown key, which may turn out to be a misspelled one. */
    private record UnknownKey(String key, SourceSpan keySpan, SourceSpan fieldSpan) {}

    /** What a malformed line says about a known key: read as a field only if there is none. */
    private record Doubtful(Field field, PlacedIssues.Line line, int start, int value, int end) {}

    private final Octets given;
    private final String text;
    private final PlacedIssues found = new PlacedIssues();
    private final PolicyOctets octets;
    private final PolicyValues values;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> extensions = new LinkedHashMap<>();
    private final List<UnknownKey> unknownKeys = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Doubtful> doubtful = new ArrayList<>();
    private int wellFormed;

    StsPolicyParser(Octets given) {
        this.given = given;
        this.text = given.latin1();
        this.octets = new PolicyOctets(text, found);
        this.values = new PolicyValues(text, found);
    }

    Parsed<StsPolicy> parse() {
        if (octets.isBlank()) {
            found.add(POLICY_EMPTY, POLICY_EMPTY.meaning());
        } else if (octets.isHtml()) {
            PlacedIssues fetch = new PlacedIssues();
            fetch.add(FETCH_HTML_BODY, FETCH_HTML_BODY.meaning());
            return new Parsed<>(given, Optional.empty(), List.of(), fetch.sorted());
        } else {
            lines();
            settle();
            values.missing();
            List<String> missing = values.missingKeys();
            unknownKeys.forEach(unknown -> unknownKey(unknown, missing));
        }
        Optional<StsPolicy> value = found.hasError() ? Optional.empty() : values.policy(extensions);
        return new Parsed<>(given, value, fields, found.sorted());
    }

    // RFC 8461 §3.2: sts-policy-term = LF / CRLF; a bare CR does not end a line, but separates fields for reading
    private void lines() {
        int from = octets.afterByteOrderMark();
        int number = 1;
        int lf = 0;
        int crlf = 0;
        for (int start = 0; start < text.length(); number++) {
            found.line(new PlacedIssues.Line(number, start));
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            boolean cr = newline > from && text.charAt(newline - 1) == '\r';
            line(from, cr ? end - 1 : end);
            if (newline >= 0) {
                crlf += cr ? 1 : 0;
                lf += cr ? 0 : 1;
            }
            start = end + 1;
            from = start;
        }
        if (lf > 0 && crlf > 0) {
            found.add(
                    POLICY_LINE_ENDINGS_MIXED,
                    lf + (lf == 1 ? " line ends" : " lines end") + " in LF and " + crlf + " in CRLF.");
        }
    }

    private void line(int from, int to) {
        if (skipWhiteSpace(text, from, to) == to) {
            found.add(POLICY_BLANK_LINE, from, to);
            return;
        }
        int cr = Chars.indexOf(text, '\r', from, to);
        if (cr < 0) {
            field(from, to, false);
            return;
        }
        if (!found.has(POLICY_LINE_ENDING_BARE_CR)) {
            found.add(POLICY_LINE_ENDING_BARE_CR, cr, cr + 1);
        }
        for (int start = from; start < to; ) {
            int end = Chars.indexOf(text, '\r', start, to);
            end = end < 0 ? to : end;
            if (skipWhiteSpace(text, start, end) < end) {
                field(start, end, true);
            }
            start = end + 1;
        }
    }

    // RFC 8461 §3.2: sts-policy-field = key ":" *WSP value, then *WSP
    private void field(int from, int to, boolean beside) {
        int start = skipWhiteSpace(text, from, to);
        int end = trimWhiteSpace(text, start, to);
        int colon = Chars.indexOf(text, ':', start, end);
        boolean spoilt = octets.spoils(start, end);
        if (colon < 0) {
            boolean read = withoutColon(start, end);
            if (!spoilt && !(beside && !read)) {
                malformed(from, to, noColon(start));
            }
            return;
        }
        int keyEnd = trimWhiteSpace(text, start, colon);
        int value = skipWhiteSpace(text, colon + 1, end);
        String key = text.substring(start, keyEnd);
        show(key, start, value, end);
        if (spoilt || (!KEYS.contains(key) && octets.hasInnerTab(value, end))) {
            values.attempt(keyCharacters(key));
        } else if (start > from || keyEnd < colon) {
            values.attempt(keyCharacters(key));
            malformed(
                    from,
                    to,
                    start > from ? "There is white space at its start." : "There is white space before the colon.");
            if (key.equals("mx")) {
                values.judge(key, start, value, end);
            } else if (KEYS.contains(key)) {
                doubt(start, value, end);
            }
        } else if (KEYS.contains(key)) {
            known(key, start, value, end);
        } else if (!Chars.isExtensionName(text, start, keyEnd)) {
            if (!isComment(text.charAt(start))) {
                values.attempt(keyCharacters(key));
            }
            malformed(from, to, () -> Octets.quote(key) + " is not a valid key.");
        } else {
            extension(key, start, value, end);
        }
    }

    private void doubt(int start, int value, int end) {
        doubtful.add(new Doubtful(fields.get(fields.size() - 1), found.line(), start, value, end));
    }

    /** A field wins over what malformed lines say of its key; where there is none, the first of them is judged. */
    private void settle() {
        Set<Field> overruled = new HashSet<>();
        Set<String> judged = new HashSet<>();
        for (Doubtful one : doubtful) {
            String key = one.field().name();
            if (names.contains(key)) {
                overruled.add(one.field());
            } else if (KEYS.contains(key) && judged.add(key)) {
                found.line(one.line());
                values.judge(key, one.start(), one.value(), one.end());
            }
        }
        fields.removeAll(overruled);
    }

    /** How people begin a comment, which the grammar does not allow. */
    static boolean isComment(char first) {
        return first == '#' || first == ';' || first == '/';
    }

    /** The key without quotes, list marks, controls and invisible characters, in lower case. */
    static String keyCharacters(String key) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < key.length(); at++) {
            char c = key.charAt(at);
            if (Chars.isAlphanumeric(c) || c == '_') {
                out.append(Chars.lower(c));
            } else if (Chars.isWhiteSpace(c) && !out.isEmpty()) {
                out.append('_');
            }
        }
        return out.toString();
    }

    private void known(String key, int start, int value, int end) {
        values.attempt(key);
        wellFormed++;
        if (key.equals("mx")) {
            values.judge(key, start, value, end);
        } else if (!names.add(key)) {
            later(key, start, value, end);
        } else {
            values.judge(key, start, value, end);
            if (key.equals("version") && (wellFormed > 1 || !doubtful.isEmpty())) {
                found.add(POLICY_VERSION_NOT_FIRST, start, end);
            }
        }
    }

    // RFC 8461 §3.2: of a duplicated field all but the first are ignored
    private void later(String key, int start, int value, int end) {
        if (value == end) {
            malformed(start, end, "The field is empty.");
        } else {
            found.add(
                    POLICY_FIELD_DUPLICATE,
                    start,
                    end,
                    () -> "The field " + Octets.quote(key) + " occurs twice; the first one applies.");
        }
    }

    private void extension(String key, int start, int value, int end) {
        String lower = Chars.lower(key);
        if (value == end) {
            values.attempt(lower);
            malformed(start, end, "The field is empty.");
            return;
        }
        wellFormed++;
        if (KEYS.contains(lower)) {
            found.add(
                    POLICY_KEY_CASE,
                    start,
                    start + key.length(),
                    () -> Octets.quote(key) + " is an unknown field, since names are case-sensitive: write " + lower
                            + ".");
            extensions.putIfAbsent(key, Octets.decode(text.substring(value, end)));
        } else if (names.add(key)) {
            extensions.put(key, Octets.decode(text.substring(value, end)));
            unknownKeys.add(new UnknownKey(key, found.span(start, start + key.length()), found.span(start, end)));
        } else {
            later(key, start, value, end);
        }
    }

    private void unknownKey(UnknownKey unknown, List<String> missing) {
        String lower = Chars.lower(unknown.key());
        Optional<String> meant =
                missing.stream().filter(key -> OneEdit.apart(lower, key)).findFirst();
        if (meant.isPresent()) {
            found.add(
                    POLICY_KEY_TYPO,
                    POLICY_KEY_TYPO.severity(),
                    unknown.keySpan(),
                    () -> Octets.quote(unknown.key()) + " is unknown; " + meant.get() + " is missing.");
        } else {
            found.add(
                    POLICY_FIELD_UNKNOWN,
                    POLICY_FIELD_UNKNOWN.severity(),
                    unknown.fieldSpan(),
                    () -> "The field " + Octets.quote(unknown.key()) + " is unknown to the RFC and is ignored.");
        }
    }

    /** Reads {@code mode=enforce} and {@code mode enforce} for showing; whether a known key was there. */
    private boolean withoutColon(int start, int end) {
        int keyEnd = start;
        while (keyEnd < end && (Chars.isAlphanumeric(text.charAt(keyEnd)) || text.charAt(keyEnd) == '_')) {
            keyEnd++;
        }
        String key = text.substring(start, keyEnd);
        boolean known = KEYS.contains(Chars.lower(key));
        if (known) {
            values.attempt(Chars.lower(key));
            int value = keyEnd;
            while (value < end && (text.charAt(value) == '=' || Chars.isWhiteSpace(text.charAt(value)))) {
                value++;
            }
            show(key, start, value, end);
            doubt(start, value, end);
        }
        return known;
    }

    private String noColon(int start) {
        return isComment(text.charAt(start)) ? "The grammar does not allow comments." : "The colon is missing.";
    }

    private void malformed(int from, int to, String why) {
        malformed(from, to, () -> why);
    }

    private void malformed(int from, int to, Supplier<String> why) {
        found.add(POLICY_LINE_MALFORMED, from, to, () -> POLICY_LINE_MALFORMED.meaning() + " " + why.get());
    }

    private void show(String key, int start, int value, int end) {
        SourceSpan span = value < end ? found.span(value, end) : found.span(start, end);
        fields.add(new Field(Octets.decode(key), Octets.decode(text.substring(value, end)), span));
    }
}
