package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.RECORD_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.RECORD_MULTIPLE;
import static io.github.mtasts.issue.IssueCode.RECORD_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.RECORD_UNRELATED_TXT;
import static io.github.mtasts.issue.IssueCode.RECORD_VIA_CNAME;
import static io.github.mtasts.issue.IssueCode.TLSRPT_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.TLSRPT_MULTIPLE;
import static io.github.mtasts.issue.IssueCode.TLSRPT_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.TLSRPT_UNRELATED_TXT;
import static io.github.mtasts.issue.IssueCode.TLSRPT_VIA_CNAME;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * RFC 8461, section 3.1, and RFC 8460, section 3: the choice among the TXT records of one name, judged alike for both.
 *
 * @param <T> the record's value
 */
final class TxtRules<T> {

    /** What the issues are called. */
    enum Codes {
        RECORD(RECORD_LOOKUP_FAILED, RECORD_NOT_FOUND, RECORD_MULTIPLE, RECORD_UNRELATED_TXT, RECORD_VIA_CNAME),
        TLS_RPT(TLSRPT_LOOKUP_FAILED, TLSRPT_NOT_FOUND, TLSRPT_MULTIPLE, TLSRPT_UNRELATED_TXT, TLSRPT_VIA_CNAME);

        private final IssueCode lookupFailed;
        private final IssueCode notFound;
        private final IssueCode multiple;
        private final IssueCode unrelated;
        private final IssueCode viaCname;

        Codes(IssueCode lookupFailed, IssueCode notFound, IssueCode multiple, IssueCode unrelated, IssueCode viaCname) {
            this.lookupFailed = lookupFailed;
            this.notFound = notFound;
            this.multiple = multiple;
            this.unrelated = unrelated;
            this.viaCname = viaCname;
        }
    }

    private static final String AT_THE_TARGET =
            "Have the record published at the target of the CNAME, or replace the CNAME with the record.";

    private final Codes codes;
    private final TxtPlace place;
    private final Lookup<TxtRecord> lookup;
    private final Optional<Selection<T>> selection;
    private final IssueList issues;

    TxtRules(
            Codes codes,
            TxtPlace place,
            Lookup<TxtRecord> lookup,
            Function<List<Octets>, Selection<T>> select,
            IssueList issues) {
        this.codes = codes;
        this.place = place;
        this.lookup = lookup;
        this.selection = lookup.isUnknown()
                ? Optional.empty()
                : Optional.of(select.apply(
                        lookup.records().stream().map(TxtRecord::octets).toList()));
        this.issues = issues;
    }

    /** Everything but absence, whose severity depends on the rest of the evidence. */
    void judge(ResolverRules resolver) {
        if (lookup.isFailure()) {
            resolver.failed(codes.lookupFailed, place.name(), lookup, issues);
        }
        selection.ifPresent(choice -> {
            if (choice.status() != Selection.Status.ABSENT && place.isAlias()) {
                issues.add(Issue.of(
                        codes.viaCname,
                        place.name() + " is a CNAME for " + place.chain() + "; whoever runs " + place.target()
                                + " controls the record."));
            }
            if (choice.status() == Selection.Status.SEVERAL) {
                String many = choice.count() + " records at " + place.name() + ": ";
                issues.add(Issue.of(codes.multiple, many + codes.multiple.meaning()));
            }
            choice.first().ifPresent(first -> issues.addAll(first.issues()));
            if (choice.status() == Selection.Status.ONE && !choice.unrelated().isEmpty()) {
                Issue others = Issue.of(
                        codes.unrelated, "Other TXT records exist at " + place.target() + ": " + others(choice) + ".");
                issues.add(place.isReplaced() ? others.withRemedy(place.leaveOthers()) : others);
            }
        });
    }

    /** Says that there is no such record, and what follows. */
    void absent(Severity severity, String consequence, String remedy) {
        String found = selection
                .filter(choice -> !choice.unrelated().isEmpty())
                .map(choice -> "None of the TXT records at " + place.name() + " is such a record: " + others(choice)
                        + "." + (place.isAlias() ? "" : " They may come from a wildcard TXT record."))
                .orElse("There is no TXT record at " + place.name() + ".");
        Issue issue =
                Issue.of(codes.notFound, found + place.missing() + consequence).withSeverity(severity);
        issues.add(issue.withRemedy(
                place.isReplaced() ? "Replace the CNAME with the record." : place.isAlias() ? AT_THE_TARGET : remedy));
    }

    /** Proven: nothing that is such a record, or is meant to be one. */
    boolean isAbsent() {
        return selection
                .filter(choice -> choice.status() == Selection.Status.ABSENT)
                .isPresent();
    }

    boolean isKnown() {
        return selection.isPresent();
    }

    /** A record begins with the version, whatever its state. */
    boolean isSeen() {
        return selection
                .filter(choice ->
                        choice.status() == Selection.Status.ONE || choice.status() == Selection.Status.SEVERAL)
                .isPresent();
    }

    /** The record that conforming senders use. */
    Optional<T> record() {
        return selection.flatMap(Selection::record);
    }

    /** The record to show: of several the first, which then has no value. */
    Optional<Parsed<T>> shown() {
        return selection
                .flatMap(Selection::first)
                .map(first -> new Parsed<>(
                        first.text(),
                        record().isPresent() ? first.value() : Optional.empty(),
                        first.fields(),
                        first.issues()));
    }

    private static String others(Selection<?> choice) {
        return RemoteText.list(choice.discarded());
    }
}
