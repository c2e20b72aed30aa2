package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.FETCH_HTML_BODY;
import static io.github.mtasts.issue.IssueCode.POLICY_MAX_AGE_SHORT;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_BROAD;
import static io.github.mtasts.issue.IssueCode.RECORD_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.RECORD_MULTIPLE;
import static io.github.mtasts.issue.IssueCode.RECORD_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.RECORD_UNRELATED_TXT;
import static io.github.mtasts.issue.IssueCode.RECORD_VIA_CNAME;
import static io.github.mtasts.issue.IssueCode.RECORD_WITHOUT_POLICY;
import static io.github.mtasts.issue.IssueCode.TLSRPT_LOOKUP_FAILED;
import static io.github.mtasts.issue.IssueCode.TLSRPT_MULTIPLE;
import static io.github.mtasts.issue.IssueCode.TLSRPT_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.TLSRPT_UNRELATED_TXT;
import static io.github.mtasts.issue.IssueCode.TLSRPT_VIA_CNAME;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges evidence in the order of RFC 8461: record, fetch, policy, MX, TLSRPT, verdict. Nothing is looked up here. */
final class Evaluator {

    private final Evidence evidence;
    private final Thresholds thresholds;
    private final IssueList issues = new IssueList();

    Evaluator(Evidence evidence, Thresholds thresholds) {
        this.evidence = evidence;
        this.thresholds = thresholds;
    }

    MtaStsReport evaluate() {
        Parsed<DomainName> name = DomainName.parse(evidence.domain());
        issues.addAll(name.issues());
        if (name.value().isEmpty()) {
            return ImmutableMtaStsReport.builder()
                    .evidence(evidence)
                    .domain(evidence.domain())
                    .verdict(Verdict.UNDETERMINED)
                    .hasMtaSts(false)
                    .issues(issues.all())
                    .build();
        }
        DomainName domain = name.value().get();
        Optional<Selection<StsRecord>> record = selection(evidence.mtaStsTxt(), StsRecord::select);
        Optional<Parsed<StsPolicy>> policy = policyText(evidence.policy());
        boolean absent = record.isPresent() && record.get().status() == Selection.Status.ABSENT;
        boolean neverDeployed = absent && !policy.map(Evaluator::isReadable).orElse(false);

        record(domain, record, absent && !neverDeployed);
        boolean html = policy.map(text -> text.issues().stream().anyMatch(issue -> issue.code() == FETCH_HTML_BODY))
                .orElse(false);
        new FetchRules(domain, evidence, thresholds, neverDeployed, html, issues).judge();
        policy.ifPresent(text -> policy(domain, text, neverDeployed));
        Optional<StsPolicy> valid = policy.flatMap(Parsed::value);
        boolean recordValid = record.flatMap(Selection::record).isPresent();
        if (recordValid && valid.isEmpty() && evidence.policy().status() != FetchStatus.NOT_ATTEMPTED) {
            recordWithoutPolicy();
        }
        MxRules mx = new MxRules(domain, evidence.mx(), policy, issues);
        mx.judge(recordValid);
        Optional<Selection<TlsRptRecord>> tlsRpt = selection(evidence.tlsRptTxt(), TlsRptRecord::select);
        tlsRpt(domain, tlsRpt, policy.flatMap(Evaluator::mode), hasNothing(record, policy));

        MtaStsReport draft = ImmutableMtaStsReport.builder()
                .evidence(evidence)
                .domain(domain.text())
                .policyUrl(domain.policyUrl())
                .verdict(verdict(record, policy, mx.coverage()))
                .hasMtaSts(record.map(Evaluator::isSeen).orElse(false))
                .record(record.flatMap(Evaluator::shown))
                .policy(policy)
                .tlsRpt(tlsRpt.flatMap(Evaluator::shown))
                .mx(mx.coverage())
                .issues(issues.all())
                .build();
        return ImmutableMtaStsReport.builder()
                .from(draft)
                .recommendations(Recommendations.of(domain, draft, thresholds))
                .build();
    }

    // RFC 8461 §3.1
    private void record(DomainName domain, Optional<Selection<StsRecord>> record, boolean policyServed) {
        Lookup<TxtRecord> lookup = evidence.mtaStsTxt();
        String where = domain.recordName();
        if (isFailure(lookup.status())) {
            issues.add(RECORD_LOOKUP_FAILED, "record", failed(where, lookup));
        }
        record.ifPresent(selection -> {
            viaCname(RECORD_VIA_CNAME, "record", where, lookup);
            switch (selection.status()) {
                case ABSENT ->
                    issues.add(
                            RECORD_NOT_FOUND,
                            policyServed ? Severity.ERROR : Severity.INFO,
                            "record",
                            notFound(where, lookup, selection)
                                    + (policyServed ? " A policy is served, and no sender looks for it." : ""));
                case SEVERAL -> several(RECORD_MULTIPLE, "record", where, selection);
                case ONE, UNSEEN -> selection.first().ifPresent(first -> issues.addAll(first.issues()));
            }
            if (selection.status() == Selection.Status.ONE
                    && !selection.unrelated().isEmpty()) {
                issues.add(RECORD_UNRELATED_TXT, "record", unrelated(where, selection));
            }
        });
    }

    /** RFC 8461 §3.2, as far as a rule needs a threshold or the domain; all others stand in the parser. */
    private void policy(DomainName domain, Parsed<StsPolicy> policy, boolean neverDeployed) {
        for (Issue issue : policy.issues()) {
            issues.addAll(List.of(neverDeployed ? issue.withSeverity(Severity.INFO) : issue));
        }
        PolicyMode mode = mode(policy).orElse(PolicyMode.NONE);
        Duration shortest = mode == PolicyMode.ENFORCE ? thresholds.enforceMaxAge() : thresholds.testingMaxAge();
        long seconds = ReportMap.maxAge(policy).orElse(0L);
        if (mode != PolicyMode.NONE && seconds > 0 && seconds < shortest.toSeconds()) {
            issues.add(
                    POLICY_MAX_AGE_SHORT,
                    POLICY_MAX_AGE_SHORT.severity(),
                    "policy",
                    "max_age is " + seconds + " seconds, and in mode " + mode.text() + " should be "
                            + shortest.toSeconds() + " or more: an attacker need not block the policy host for long.",
                    policy.field("max_age").map(Field::span));
        }
        policy.fields().stream()
                .filter(field -> field.name().equals("mx")
                        && field.value().startsWith("*.")
                        && MxPattern.isPattern(field.value()))
                .forEach(field -> broad(domain.text(), field));
    }

    // RFC 8461 §10.4
    private void broad(String domain, Field field) {
        String rest = new MxPattern(field.value()).canonical().substring("*.".length());
        boolean own = rest.equals(domain);
        boolean parent = domain.endsWith("." + rest);
        boolean singleLabel = rest.indexOf('.') < 0;
        if (own || parent || singleLabel) {
            issues.add(
                    POLICY_MX_BROAD,
                    own ? Severity.INFO : Severity.WARNING,
                    "policy",
                    "The pattern " + RemoteText.quote(field.value()) + " trusts every host name directly below "
                            + RemoteText.escape(rest) + ".",
                    Optional.of(field.span()));
        }
    }

    // RFC 8461 §3.3
    private void recordWithoutPolicy() {
        String cause = issues.firstError("FETCH_", "POLICY_")
                .map(issue -> " The cause is " + issue.code() + ".")
                .orElse("");
        issues.add(RECORD_WITHOUT_POLICY, "record", RECORD_WITHOUT_POLICY.meaning() + cause);
    }

    // RFC 8460 §3
    private void tlsRpt(
            DomainName domain, Optional<Selection<TlsRptRecord>> record, Optional<PolicyMode> mode, boolean noMtaSts) {
        Lookup<TxtRecord> lookup = evidence.tlsRptTxt();
        String where = domain.tlsRptName();
        if (isFailure(lookup.status())) {
            issues.add(TLSRPT_LOOKUP_FAILED, "tls_rpt", failed(where, lookup));
        }
        record.ifPresent(selection -> {
            viaCname(TLSRPT_VIA_CNAME, "tls_rpt", where, lookup);
            switch (selection.status()) {
                case ABSENT -> {
                    if (!noMtaSts) {
                        boolean testing = mode.equals(Optional.of(PolicyMode.TESTING));
                        issues.add(
                                TLSRPT_NOT_FOUND,
                                testing ? Severity.WARNING : Severity.INFO,
                                "tls_rpt",
                                notFound(where, lookup, selection)
                                        + (testing ? " Mode testing without reports tells nobody anything." : ""));
                    }
                }
                case SEVERAL -> several(TLSRPT_MULTIPLE, "tls_rpt", where, selection);
                case ONE, UNSEEN -> selection.first().ifPresent(first -> issues.addAll(first.issues()));
            }
            if (selection.status() == Selection.Status.ONE
                    && !selection.unrelated().isEmpty()) {
                issues.add(TLSRPT_UNRELATED_TXT, "tls_rpt", unrelated(where, selection));
            }
        });
    }

    /** Design, section 7. */
    private Verdict verdict(
            Optional<Selection<StsRecord>> record, Optional<Parsed<StsPolicy>> policy, List<MxCoverage> mx) {
        if (record.isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        if (record.get().status() == Selection.Status.ABSENT) {
            return policy.map(Evaluator::isReadable).orElse(false) ? Verdict.BROKEN : Verdict.ABSENT;
        }
        if (record.get().record().isEmpty()) {
            return Verdict.BROKEN;
        }
        Optional<StsPolicy> valid = policy.flatMap(Parsed::value);
        if (valid.isEmpty()) {
            return FetchRules.isTransient(evidence.policy()) ? Verdict.UNDETERMINED : Verdict.BROKEN;
        }
        return switch (valid.get().mode()) {
            case NONE -> Verdict.NONE;
            case TESTING -> Verdict.TESTING;
            case ENFORCE -> enforced(mx);
        };
    }

    private Verdict enforced(List<MxCoverage> mx) {
        LookupStatus status = evidence.mx().status();
        if (evidence.mx().isUnknown()) {
            return Verdict.UNDETERMINED;
        }
        boolean covered = mx.stream().allMatch(host -> host.coveredBy().isPresent());
        return covered && status != LookupStatus.NO_SUCH_NAME ? Verdict.ENFORCED : Verdict.BROKEN;
    }

    /** Empty when nobody knows the records: the look-up failed, or was not made. */
    private static <T> Optional<Selection<T>> selection(
            Lookup<TxtRecord> lookup, Function<List<byte[]>, Selection<T>> select) {
        return lookup.isUnknown()
                ? Optional.empty()
                : Optional.of(select.apply(
                        lookup.records().stream().map(TxtRecord::octets).toList()));
    }

    /** RFC 8461 §3.3: only status 200 gives a policy. */
    private static Optional<Parsed<StsPolicy>> policyText(PolicyResponse response) {
        boolean served =
                response.status() == FetchStatus.OK && response.httpStatus().equals(Optional.of(200));
        return served
                ? Optional.of(StsPolicy.parse(response.body().orElse("").getBytes(StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    private static boolean isReadable(Parsed<StsPolicy> policy) {
        return mode(policy).isPresent()
                || policy.field("version").map(Field::value).equals(Optional.of("STSv1"));
    }

    private static Optional<PolicyMode> mode(Parsed<StsPolicy> policy) {
        return policy.field("mode").map(Field::value).flatMap(PolicyMode::of);
    }

    private static boolean hasNothing(Optional<Selection<StsRecord>> record, Optional<Parsed<StsPolicy>> policy) {
        return record.map(selection -> selection.status() == Selection.Status.ABSENT)
                        .orElse(true)
                && !policy.map(Evaluator::isReadable).orElse(false);
    }

    private static boolean isSeen(Selection<?> selection) {
        return selection.status() == Selection.Status.ONE || selection.status() == Selection.Status.SEVERAL;
    }

    /** The record to show; of several the first, which then has no value. */
    private static <T> Optional<Parsed<T>> shown(Selection<T> selection) {
        return selection
                .first()
                .map(first -> new Parsed<>(
                        first.text(),
                        selection.record().isPresent() ? first.value() : Optional.empty(),
                        first.fields(),
                        first.issues()));
    }

    static boolean isFailure(LookupStatus status) {
        return status == LookupStatus.SERVER_FAILURE || status == LookupStatus.TIMED_OUT;
    }

    static String failed(String name, Lookup<?> lookup) {
        String how = lookup.status() == LookupStatus.TIMED_OUT ? "timed out" : "failed";
        return "The look-up of " + name + " " + how
                + (lookup.detail().isEmpty() ? "" : " (" + RemoteText.escape(lookup.detail()) + ")")
                + ", which says nothing about what is published.";
    }

    private static String notFound(String where, Lookup<?> lookup, Selection<?> selection) {
        String chain =
                lookup.aliases().isEmpty() ? "" : " The name is a CNAME: " + RemoteText.list(lookup.aliases()) + ".";
        return selection.unrelated().isEmpty()
                ? "There is no TXT record at " + where + "." + chain
                : "None of the TXT records at " + where + " is the one looked for: " + quotes(selection) + "." + chain;
    }

    private static String quotes(Selection<?> selection) {
        return RemoteText.list(
                selection.unrelated().stream().limit(11).map(RemoteText::decode).toList());
    }

    private void several(IssueCode code, String subject, String where, Selection<?> selection) {
        issues.add(code, subject, selection.count() + " records at " + where + ": " + code.meaning());
        selection.first().ifPresent(first -> issues.addAll(first.issues()));
    }

    private static String unrelated(String where, Selection<?> selection) {
        return "Other TXT records stand at " + where + ": " + quotes(selection) + ".";
    }

    private void viaCname(IssueCode code, String subject, String where, Lookup<?> lookup) {
        if (lookup.status() == LookupStatus.FOUND && !lookup.aliases().isEmpty()) {
            issues.add(code, subject, where + " is a CNAME: " + RemoteText.list(lookup.aliases()) + ".");
        }
    }
}
