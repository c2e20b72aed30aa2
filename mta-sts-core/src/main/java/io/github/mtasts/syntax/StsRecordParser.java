package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.RECORD_ID_INVALID;
import static io.github.mtasts.issue.IssueCode.RECORD_ID_MISSING;

import java.util.List;
import java.util.Optional;

/** Reads an MTA-STS record (RFC 8461, section 3.1). */
final class StsRecordParser {

    private static final int MAX_ID = 32;

    private final Octets given;
    private final PlacedIssues found = new PlacedIssues();
    private final TxtFields fields;
    private String id = "";

    StsRecordParser(Octets given) {
        this.given = given;
        this.fields = new TxtFields(given.latin1(), TxtGrammar.STS, found, this::id);
        if (fields.read()) {
            found.add(RECORD_ID_MISSING, RECORD_ID_MISSING.meaning());
        }
    }

    Parsed<StsRecord> parsed() {
        Optional<StsRecord> value =
                found.hasError() ? Optional.empty() : Optional.of(new StsRecord(id, fields.extensions));
        return new Parsed<>(given, value, fields.meaning.fields(), found.sorted());
    }

    /** The text to publish: this one where it has no fault. */
    Repair repair(String freshId) {
        if (!found.hasFault()) {
            return new Repair(given.decoded(), List.of());
        }
        String meant = fields.meaning.required().stream()
                .findFirst()
                .map(StsRecordParser::firstWord)
                .orElse("");
        return isId(meant) && !isDatePattern(meant) && !isPlaceholder("<" + meant + ">")
                ? new Repair(fields.meaning.write(meant), List.of())
                : new Repair(fields.meaning.write(freshId), List.of("The id is new."));
    }

    /** Up to the first delimiter. */
    private static String firstWord(String value) {
        int end = 0;
        while (end < value.length() && " ,\t\"'".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }

    // RFC 8461 §3.1: sts-id = %s"id=" 1*32(ALPHA / DIGIT)
    private void id(Span field, Span value) {
        id = value.text();
        if (isId(id)) {
            return;
        }
        if (id.isEmpty()) {
            found.add(
                    RECORD_ID_INVALID,
                    field,
                    () -> "The id is empty, so the record is invalid.",
                    "Write 1 to 32 letters and digits behind id=, for example 20261123T120000.");
        } else if (Chars.isAlphanumeric(id)) {
            found.add(
                    RECORD_ID_INVALID,
                    value,
                    () -> "The id has " + id.length() + " characters; 32 are allowed, so the record is invalid.",
                    "Shorten the id to 32 letters and digits.");
        } else {
            found.add(
                    RECORD_ID_INVALID,
                    value,
                    () -> "The id " + value.quoted() + " is not 1 to 32 letters and digits, so the record is invalid.",
                    isId(TxtField.unquoted(id)) && !isDatePattern(TxtField.unquoted(id)) && !isPlaceholder(id)
                            ? "Write id=" + TxtField.unquoted(id) + " without the characters around it."
                            : RECORD_ID_INVALID.remedy());
        }
    }

    /** A word in brackets that the record has; a number in it makes it an id. */
    private boolean isPlaceholder(String word) {
        return word.chars().noneMatch(c -> Chars.isDigit((char) c))
                && given.latin1().contains(word)
                && Placeholder.isIn(word);
    }

    /** The placeholder of a template, such as YYYYMMDDHHMMSS. */
    private static boolean isDatePattern(String id) {
        String lower = Chars.lower(id);
        return lower.startsWith("yyyymm") && lower.chars().allMatch(c -> "ymdhstzn0123456789".indexOf(c) >= 0);
    }

    static boolean isId(String id) {
        return id.length() <= MAX_ID && Chars.isAlphanumeric(id);
    }
}
