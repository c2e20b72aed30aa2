package io.github.mtasts.syntax;

import java.util.Optional;

/** RFC 8461, section 3.1: why senders discard a record that does not begin with the version and a delimiter. */
final class UnseenVersion {

    private final Span record;
    private final TxtGrammar grammar;
    private final PlacedIssues found;

    UnseenVersion(Span record, TxtGrammar grammar, PlacedIssues found) {
        this.record = record;
        this.grammar = grammar;
        this.found = found;
    }

    /** What the record is in truth, if it is another text. */
    Optional<OtherText> judge() {
        Optional<OtherText> other = grammar.otherText(record.whole());
        int later = grammar.laterVersion(record.whole());
        if (other.isPresent()) {
            String what = other.get().what;
            found.add(
                    grammar.otherText,
                    record.trimmed(),
                    () -> "The TXT record contains " + what + ".",
                    remedy(other.get()));
        } else if (later >= 0) {
            found.add(grammar.versionNotFirst, record.part(later, later + grammar.version.length()));
        } else {
            version();
        }
        return other;
    }

    private String remedy(OtherText other) {
        return switch (other) {
            case POLICY -> "Publish the text of the record here; the policy belongs in the file at the policy URL.";
            case ZONE_LINE ->
                "Enter only what is between the quotation marks; name, TTL, class and type have places of their own.";
            default -> grammar.otherText.remedy();
        };
    }

    private void version() {
        Span text = record.trimmed();
        if (text.from() > 0 && grammar.isSeen(text.text())) {
            found.add(
                    grammar.versionInvalid,
                    record.upTo(text.from()),
                    () -> grammar.versionInvalid.meaning() + " There is white space at its start.",
                    "Delete the white space at the start of the record.");
            return;
        }
        Span version = firstWord(record.upTo(record.end(';')).trimmed());
        found.add(grammar.versionInvalid, version, () -> message(version), remedy(version.text()));
    }

    /** The value of v, or all of the first field where it does not begin so. */
    private static Span firstWord(Span field) {
        Span value = field.since(field.from() + "v=".length());
        boolean named = field.text().startsWith("v=")
                && !value.isEmpty()
                && !Chars.isWhiteSpace(value.whole().charAt(value.from()));
        return named ? value.upTo(Math.min(value.end(' '), value.end('\t'))) : field;
    }

    private String message(Span version) {
        String fault = grammar.isMeant(record.whole())
                ? grammar.versionInvalid.meaning()
                : "The text is not " + grammar.what + ", which begins with " + grammar.version + ".";
        return fault
                + (version.isEmpty()
                        ? " It is empty."
                        : " It begins with " + record.upTo(version.to()).quoted() + ".");
    }

    private String remedy(String version) {
        String right = grammar.version.substring("v=".length());
        if (version.startsWith("\"")) {
            return "Enter the record without quotation marks: the DNS console adds those that the zone needs.";
        }
        if (version.endsWith("\\")) {
            return "Enter the record without backslashes: the DNS console adds those that the zone needs.";
        }
        if (version.startsWith(right + ",")) {
            return "Write a semicolon behind " + grammar.version + ", not a comma.";
        }
        return grammar.isMeant(record.whole()) ? grammar.versionInvalid.remedy() : grammar.otherText.remedy();
    }
}
