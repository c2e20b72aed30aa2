package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.RECORD_ID_INVALID;
import static io.github.mtasts.issue.IssueCode.RECORD_ID_MISSING;

import java.util.Optional;

/** Reads an MTA-STS record (RFC 8461, section 3.1). */
final class StsRecordParser {

    private static final int MAX_ID = 32;

    private final Octets given;
    private final String text;
    private final PlacedIssues found = new PlacedIssues();
    private String id = "";

    StsRecordParser(Octets given) {
        this.given = given;
        this.text = given.latin1();
    }

    Parsed<StsRecord> parse() {
        TxtFields fields = new TxtFields(text, TxtGrammar.STS, found, this::id);
        if (fields.read()) {
            found.add(RECORD_ID_MISSING, RECORD_ID_MISSING.meaning());
        }
        Optional<StsRecord> value =
                found.hasError() ? Optional.empty() : Optional.of(new StsRecord(id, fields.extensions));
        return new Parsed<>(given, value, fields.fields, found.sorted());
    }

    // RFC 8461 §3.1: sts-id = %s"id=" 1*32(ALPHA / DIGIT)
    private void id(int field, int from, int to) {
        id = text.substring(from, to);
        if (isId(id)) {
            return;
        }
        if (id.isEmpty()) {
            found.add(RECORD_ID_INVALID, field, to, "The id is empty, so the record is invalid.");
        } else if (Chars.isAlphanumeric(id)) {
            found.add(
                    RECORD_ID_INVALID,
                    from,
                    to,
                    "The id has " + id.length() + " characters; 32 are allowed, so the record is invalid.");
        } else {
            found.add(
                    RECORD_ID_INVALID,
                    from,
                    to,
                    "The id " + Octets.quote(id) + " is not 1 to 32 letters and digits, so the record is invalid.");
        }
    }

    static boolean isId(String id) {
        return id.length() <= MAX_ID && Chars.isAlphanumeric(id);
    }
}
