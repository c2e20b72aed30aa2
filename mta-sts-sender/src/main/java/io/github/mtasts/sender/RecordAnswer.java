package io.github.mtasts.sender;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsRecord;
import java.time.Duration;
import java.util.Optional;

/**
 * What the lookup of a record comes to for a sender (RFC 8461, section 3.1).
 *
 * @param record the one usable record
 * @param reason why there is none; meaningless when there is one
 * @param detail for people; empty when the reason says it all
 * @param ttl how long the answer may be kept; empty when unknown
 */
record RecordAnswer(Optional<StsRecord> record, DecisionReason reason, String detail, Optional<Duration> ttl) {

    /** The id of the usable record. */
    Optional<String> id() {
        return record.map(StsRecord::id);
    }

    /** Whether the lookup failed. */
    boolean isUnknown() {
        return reason == DecisionReason.RECORD_LOOKUP_FAILED;
    }

    static RecordAnswer of(Lookup<TxtRecord> lookup) {
        if (lookup.isUnknown()) {
            String status = lookup.status().name();
            return none(
                    lookup,
                    DecisionReason.RECORD_LOOKUP_FAILED,
                    status + (lookup.detail().isEmpty() ? "" : ": " + lookup.detail()));
        }
        Selection<StsRecord> selection = StsRecord.select(
                lookup.records().stream().map(TxtRecord::octets).toList());
        Optional<StsRecord> record = selection.record();
        if (record.isPresent()) {
            return new RecordAnswer(record, DecisionReason.FETCHED, "", lookup.ttl());
        }
        return switch (selection.status()) {
            case ABSENT -> none(lookup, DecisionReason.NO_RECORD, "");
            case SEVERAL ->
                none(lookup, DecisionReason.RECORD_INVALID, "there are " + selection.count() + " MTA-STS records");
            case ONE, UNSEEN ->
                none(
                        lookup,
                        DecisionReason.RECORD_INVALID,
                        selection.first().map(RecordAnswer::firstFault).orElse(""));
        };
    }

    private static String firstFault(Parsed<StsRecord> parsed) {
        return parsed.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst()
                .map(Issue::message)
                .orElse("");
    }

    private static RecordAnswer none(Lookup<TxtRecord> lookup, DecisionReason reason, String detail) {
        return new RecordAnswer(Optional.empty(), reason, detail, lookup.ttl());
    }
}
