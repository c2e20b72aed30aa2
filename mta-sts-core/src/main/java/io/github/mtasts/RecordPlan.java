package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the MTA-STS record that is published to the one that should be; its id changes with the policy (RFC 8461, section 8.1). */
final class RecordPlan {

    private static final String OF_SEVERAL = "The id is new, since senders use none of the records.";

    private static final String ONLY_COVERED =
            " Publish it only when the policy covers every MX host: senders that" + " enforce it deliver to no other.";

    private static final String NEW_ID = "When the new policy is served everywhere, publish the record with a new id:"
            + " without one, senders may keep the old policy until its max_age ends.";
    private static final String SAME_TEXT = "Publish it only when the new policy is served everywhere: its new id makes"
            + " senders fetch the policy again.";

    private final MtaStsReport report;
    private final Optional<TxtPlace> place;
    private final Misplaced<StsRecord> misplaced;
    private final String freshId;

    RecordPlan(DomainName domain, MtaStsReport report) {
        this.report = report;
        this.place = Optional.of(TxtPlace.ofRecord(domain, report.evidence()));
        this.misplaced = Misplaced.ofRecord(domain, report.evidence());
        this.freshId = FreshId.besides(report.evidence().mtaStsTxt().records(), report.checkedAt());
    }

    /**
     * The steps after those of the policy, in the order in which to act.
     *
     * @param refuses whether senders would refuse mail once they see the policy as it is, or as it was repaired
     */
    List<Recommendation> steps(List<Recommendation> policy, boolean refuses) {
        boolean unwritten = !policy.isEmpty()
                && policy.stream().noneMatch(step -> step.publish().isPresent());
        List<Recommendation> steps = new ArrayList<>();
        Optional<Parsed<StsRecord>> record = report.record();
        if (record.isEmpty()) {
            if (has(IssueCode.RECORD_NOT_FOUND)) {
                String publish = refuses
                        ? TxtAdvice.PUBLISH_COVERED
                        : policy.isEmpty() ? TxtAdvice.PUBLISH : TxtAdvice.PUBLISH_THEN;
                Recommendation first = misplaced.own().isEmpty()
                        ? TxtAdvice.publishRecord(publish, freshId, place)
                        : TxtAdvice.moveRecord(publish, misplaced.own(), freshId, place);
                if (!unwritten) {
                    steps.add(first.and(consequence()));
                }
            }
            return steps;
        }
        Optional<Repair> repair = record.filter(TxtAdvice::isFaulty).map(this::repaired);
        Optional<StsRecord> now = repair.map(text -> StsRecord.parse(text.text()))
                .or(() -> record)
                .flatMap(Parsed::value);
        boolean isFresh = unwritten && FreshId.isIn(record.get().text(), report.checkedAt());
        boolean changes = !policy.isEmpty() && !isFresh;
        repair.map(text -> changes ? new Repair(renewed(now), text.guesses()) : text)
                .ifPresent(text ->
                        steps.add(TxtAdvice.fixRecord(text, place).and(refuses && !changes ? ONLY_COVERED : "")));
        if (isFresh) {
            steps.add(new Recommendation(
                    Advice.UPDATE_ORDER,
                    "When the policy is served again, change the record's id once more.",
                    Optional.empty(),
                    Optional.empty()));
        } else if (changes) {
            steps.add(update(now, repair.isPresent() ? SAME_TEXT : NEW_ID));
        }
        return steps;
    }

    /** What begins, or ends, with a record for a policy that is served. */
    private String consequence() {
        return report.policy()
                .flatMap(PolicyFields::mode)
                .map(mode -> switch (mode) {
                    case ENFORCE ->
                        " With this record, senders begin to require verified TLS: test STARTTLS on every MX host first.";
                    case TESTING -> "";
                    case NONE ->
                        " Keep both until the longest max_age that was ever served has passed; if it has, remove the"
                                + " policy instead.";
                })
                .orElse("");
    }

    private Repair repaired(Parsed<StsRecord> record) {
        Repair repair = Repair.ofRecord(record, freshId);
        if (!has(IssueCode.RECORD_MULTIPLE)) {
            return repair;
        }
        return new Repair(renewed(StsRecord.parse(repair.text()).value()), List.of(OF_SEVERAL));
    }

    private Recommendation update(Optional<StsRecord> record, String message) {
        return TxtAdvice.advice(Advice.UPDATE_ORDER, message, place, renewed(record));
    }

    private String renewed(Optional<StsRecord> record) {
        return new StsRecord(freshId, record.map(StsRecord::extensions).orElse(Map.of())).toTxt();
    }

    private boolean has(IssueCode code) {
        return report.issues().stream().map(Issue::code).anyMatch(code::equals);
    }
}
