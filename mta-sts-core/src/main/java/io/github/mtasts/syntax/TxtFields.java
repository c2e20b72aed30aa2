package io.github.mtasts.syntax;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
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
        void judge(Span field, Span value);
    }

    final Map<String, String> extensions = new LinkedHashMap<>();
    final TxtMeaning meaning;

    private final String text;
    private final Span record;
    private final TxtGrammar grammar;
    private final PlacedIssues found;
    private final KeyRule rule;
    private final Set<String> names = new HashSet<>(Set.of("v"));
    private boolean keyAttempted;

    TxtFields(String text, TxtGrammar grammar, PlacedIssues found, KeyRule rule) {
        this.text = text;
        this.record = Span.of(text);
        this.meaning = new TxtMeaning(grammar);
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
        boolean missing = fields();
        ascii();
        return missing;
    }

    private boolean fields() {
        if (!grammar.isSeen(text)) {
            unseen();
            return false;
        }
        int semicolon = version();
        while (semicolon < text.length()) {
            Span piece = piece(semicolon + 1);
            delimited(piece);
            semicolon = piece.to();
        }
        return !keyAttempted;
    }

    /** RFC 8461 §3.1: US-ASCII; reported once. */
    private void ascii() {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= 0x7F) {
            at++;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) > 0x7F) {
            end++;
        }
        if (at < end) {
            Span beyond = record.part(at, end);
            found.add(
                    grammar.notAscii,
                    beyond,
                    () -> "The record has " + beyond.quoted() + ", which is outside US-ASCII, so it is invalid.",
                    notAscii(beyond.decoded()));
        }
    }

    private String notAscii(String beyond) {
        if (beyond.codePoints().allMatch(Pasted::isQuote)) {
            return "Delete the quotation mark.";
        } else if (beyond.codePoints().allMatch(Pasted::isInvisible)) {
            return "Delete the invisible character, or retype the record in plain ASCII.";
        } else if (beyond.codePoints().allMatch(Pasted::isDash)) {
            return "Write a plain hyphen in place of the dash.";
        } else if (!beyond.codePoints().allMatch(Character::isLetterOrDigit)) {
            return "Retype the record in plain ASCII.";
        }
        List<String> meant = grammar == TxtGrammar.TLSRPT
                ? meaning.required().stream()
                        .flatMap(value -> MeantUris.of(value).uris().stream())
                        .toList()
                : List.of();
        return meant.isEmpty() ? grammar.notAscii.remedy() : "Write rua=" + RemoteText.list(meant);
    }

    /** RFC 8461 §3.1: records that do not begin with the version are discarded. */
    private void unseen() {
        for (int from = 0; from < text.length(); from = piece(from).to() + 1) {
            Span content = piece(from).trimmed();
            if (!meaning.takesBack(content)) {
                meaning.read(content);
            }
        }
        new UnseenVersion(record, grammar, found).judge().ifPresent(other -> meaning.forget(other, text));
    }

    /** RFC 8461 §3.1: the version, and what stands between it and the first delimiter. */
    private int version() {
        int from = grammar.version.length();
        meaning.read(record.upTo(from));
        Span rest = piece(from);
        Span content = rest.trimmed();
        if (!content.isEmpty()) {
            meaning.read(content);
            keyAttempted |= mentionsKey(content);
            Span place = record.upTo(content.to());
            found.add(
                    grammar.fieldMalformed,
                    place,
                    () -> place.quoted() + " lacks a semicolon behind " + grammar.version + ".",
                    "Write a semicolon behind " + grammar.version + ".");
        } else if (!rest.isEmpty()) {
            found.add(rest.to() < text.length() ? grammar.spaceBeforeDelimiter : grammar.trailingSpace, rest);
        }
        return rest.to();
    }

    private void delimited(Span piece) {
        boolean last = piece.to() == text.length();
        Span content = piece.trimmed();
        if (content.isEmpty()) {
            if (!last) {
                found.add(
                        grammar.fieldMalformed,
                        record.part(piece.to(), piece.to() + 1),
                        () -> "There is nothing between two semicolons.",
                        "Delete one of the semicolons.");
            }
            return;
        }
        if (last && content.to() < piece.to()) {
            found.add(grammar.trailingSpace, piece.since(content.to()));
        }
        field(content);
    }

    private void field(Span content) {
        TxtField field = meaning.read(content);
        if (hasNonAscii(content)) {
            keyAttempted |= mentionsKey(content);
            return;
        }
        int equals = content.indexOf('=');
        if (equals < 0 || !Chars.isExtensionName(text, content.from(), equals)) {
            malformed(content);
            return;
        }
        String name = field.name().text();
        Span value = content.since(equals + 1);
        boolean required = name.equals(grammar.key);
        if (required && names.add(name)) {
            keyAttempted = true;
            rule.judge(content, value);
        } else if (!hasShape(required, value.text())) {
            malformed(content);
        } else if (required || !names.add(name)) {
            found.add(
                    grammar.fieldDuplicate,
                    content,
                    () -> "The field " + Octets.quote(name) + " occurs twice; " + grammar.ofTwo + ".",
                    required ? grammar.fieldDuplicate.remedy() : "Delete the later one.");
        } else {
            extensions.put(name, value.text());
            unknown(name, content);
        }
    }

    private void unknown(String name, Span content) {
        if (Chars.lower(name).equals(grammar.key)) {
            found.add(
                    grammar.fieldUnknown,
                    content,
                    () -> Octets.quote(name) + " is an unknown field, since names are case-sensitive.",
                    "Write it in lower case: " + grammar.key + ".");
        } else if (name.equals(TxtGrammar.TLSRPT.key)) {
            found.add(
                    grammar.fieldUnknown,
                    content,
                    () -> "The field " + Octets.quote(name) + " belongs in a TLSRPT record; here it is ignored.",
                    "Publish the addresses in a TLSRPT record at _smtp._tls below the domain.");
        } else {
            found.add(
                    grammar.fieldUnknown,
                    content,
                    () -> "The field " + Octets.quote(name) + " is unknown to the RFC and is ignored.");
        }
    }

    private void malformed(Span content) {
        keyAttempted |= mentionsKey(content);
        boolean adjacent = text.charAt(content.from() - 1) == ';';
        boolean ofUri = adjacent && meaning.isInUri(content);
        if (meaning.takesBack(content)) {
            found.add(
                    adjacent ? IssueCode.TLSRPT_RUA_UNENCODED : grammar.fieldMalformed,
                    content,
                    () -> ofUri
                            ? "An unencoded semicolon ends the URI before " + content.quoted() + "."
                            : "A semicolon separates the address before it from " + content.quoted() + ".",
                    ofUri ? "Write %3B for the semicolon." : addresses(content.text()));
            return;
        }
        found.add(
                grammar.fieldMalformed,
                content,
                () -> content.quoted() + " is not a field of the form name=value.",
                remedy(content));
    }

    private static String addresses(String text) {
        return ReportUri.isAddress(text)
                ? "Separate two addresses with a comma."
                : "Separate addresses with commas, and write each of them whole.";
    }

    private String remedy(Span content) {
        int equals = content.indexOf('=');
        if (meaning.isBareAddress(content)) {
            return "Write " + grammar.key + "= in front of the address.";
        } else if (text.charAt(content.from()) == '"') {
            return "Write the field without quotation marks.";
        } else if (equals < 0 && content.indexOf(':') >= 0) {
            return "Write an equals sign in place of the colon.";
        } else if (equals == content.to() - 1) {
            return "Write a value behind the equals sign, or delete the field.";
        } else if (equals > content.from() && Chars.isWhiteSpace(text.charAt(equals - 1))) {
            return "Delete the white space around the equals sign.";
        }
        return grammar.fieldMalformed.remedy();
    }

    /** Whether the text reads as the required field after a quote or the like, so that it is not reported as missing. */
    private boolean mentionsKey(Span content) {
        String name = grammar.key;
        int from = content.from();
        while (from < content.to() && !Chars.isAlphanumeric(text.charAt(from))) {
            from++;
        }
        int after = from + name.length();
        return after <= content.to()
                && text.regionMatches(true, from, name, 0, name.length())
                && (after == content.to() || !Chars.isAlphanumeric(text.charAt(after)));
    }

    /** From here to the next semicolon. */
    private Span piece(int from) {
        Span rest = record.since(from);
        return rest.upTo(rest.end(';'));
    }

    private boolean hasNonAscii(Span content) {
        for (int at = content.from(); at < content.to(); at++) {
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
