package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.FETCH_HTML_BODY;
import static io.github.mtasts.issue.IssueCode.MX_NULL;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_NONE;
import static io.github.mtasts.issue.IssueCode.POLICY_MODE_TESTING;
import static io.github.mtasts.issue.IssueCode.RECORD_MISPLACED;
import static io.github.mtasts.issue.IssueCode.RECORD_NOT_FOUND;
import static io.github.mtasts.issue.IssueCode.RECORD_WITHOUT_POLICY;
import static io.github.mtasts.issue.IssueCode.TLSRPT_MISPLACED;
import static io.github.mtasts.issue.IssueCode.TLSRPT_NOT_FOUND;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Field;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges evidence in the order of RFC 8461: record, fetch, policy, MX, TLSRPT, verdict. Nothing is looked up here. */
final class Evaluator {

    private static final Set<IssueCode> MODES = EnumSet.of(POLICY_MODE_TESTING, POLICY_MODE_NONE);

    private final Evidence evidence;
    private final Thresholds thresholds;
    private final PublicSuffixes suffixes;
    private final ResolverRules resolver;
    private final IssueList issues = new IssueList();

    Evaluator(Evidence evidence, Thresholds thresholds, PublicSuffixes suffixes) {
        this.evidence = evidence;
        this.thresholds = thresholds;
        this.suffixes = suffixes;
        this.resolver = new ResolverRules(evidence);
    }

    MtaStsReport evaluate() {
        Parsed<DomainName> name = DomainName.parse(evidence.domain());
        ReportDraft draft = draft(name);
        draft.recommendations = name.value()
                .map(domain -> Recommendations.of(domain, draft.report(), thresholds, suffixes))
                .orElseGet(() -> List.of(LookAgain.atDomain()));
        return draft.report();
    }

    /** The report without advice. */
    MtaStsReport judge() {
        return draft(DomainName.parse(evidence.domain())).report();
    }

    private ReportDraft draft(Parsed<DomainName> name) {
        issues.addAll(name.issues());
        if (name.value().isPresent()) {
            return draft(name.value().get());
        }
        ReportDraft invalid = new ReportDraft(evidence, evidence.domain(), Verdict.UNDETERMINED);
        invalid.issues = issues.all();
        return invalid;
    }

    private ReportDraft draft(DomainName domain) {
        TxtRules<StsRecord> record = new TxtRules<>(
                TxtRules.Codes.RECORD,
                TxtPlace.ofRecord(domain, evidence),
                evidence.mtaStsTxt(),
                StsRecord::select,
                issues);
        TxtRules<TlsRptRecord> tlsRpt = new TxtRules<>(
                TxtRules.Codes.TLS_RPT,
                TxtPlace.ofTlsRpt(domain, evidence),
                evidence.tlsRptTxt(),
                TlsRptRecord::select,
                issues);
        Optional<Parsed<StsPolicy>> policy = policyText(evidence.policy());
        boolean readable = policy.filter(Evaluator::isReadable).isPresent();
        boolean neverDeployed = record.isAbsent() && !readable;

        resolver.judge(issues);
        record(domain, record, readable);
        fetch(domain, policy, neverDeployed);
        policy.ifPresent(text -> policy(domain, text, neverDeployed, record));
        recordWithoutPolicy(record, policy);
        MxRules mx = new MxRules(domain, evidence.mx(), policy, issues);
        mx.judge(resolver, record.record().isPresent());
        tlsRpt(
                tlsRpt,
                policy.flatMap(PolicyFields::mode),
                readable || record.shown().isPresent());
        if (tlsRpt.isAbsent()) {
            Misplaced.ofTlsRpt(domain, evidence).judge(TLSRPT_MISPLACED, issues);
        }

        Verdict verdict = verdict(record, policy, mx.coverage());
        ReportDraft draft = new ReportDraft(evidence, domain.text(), verdict);
        draft.policyUrl = Optional.of(domain.policyUrl());
        draft.hasMtaSts = record.isSeen();
        draft.record = record.shown();
        draft.policy = policy;
        draft.tlsRpt = tlsRpt.shown();
        draft.mx = mx.coverage();
        List<Issue> all = NoSuchDomain.judge(issues.all(), domain, evidence);
        draft.issues = verdict == Verdict.BROKEN ? SenderCaches.remembered(all) : all;
        return draft;
    }

    // RFC 8461 §3.1
    private void record(DomainName domain, TxtRules<StsRecord> record, boolean policyServed) {
        record.judge(resolver);
        if (record.isAbsent()) {
            Misplaced<StsRecord> elsewhere = Misplaced.ofRecord(domain, evidence);
            record.absent(
                    policyServed ? Severity.ERROR : Severity.INFO,
                    (policyServed ? " A policy is served, but no sender looks for it." : "") + elsewhere.atParent(),
                    policyServed ? "Publish a TXT record at _mta-sts below the domain." : RECORD_NOT_FOUND.remedy());
            elsewhere.judge(RECORD_MISPLACED, issues);
        }
    }

    // RFC 8461 §3.3
    private void fetch(DomainName domain, Optional<Parsed<StsPolicy>> policy, boolean neverDeployed) {
        boolean html = policy.stream()
                .flatMap(text -> text.issues().stream())
                .anyMatch(issue -> issue.code() == FETCH_HTML_BODY);
        new FetchRules(domain, evidence, thresholds, neverDeployed, html, issues).judge(resolver);
    }

    // RFC 8461 §3.2
    private void policy(
            DomainName domain, Parsed<StsPolicy> policy, boolean neverDeployed, TxtRules<StsRecord> record) {
        boolean inForce = record.record().isPresent() && policy.value().isPresent();
        String unseen = record.isKnown() ? ", but senders do not see it." : "; it is unknown whether senders see it.";
        issues.addAll(new PolicyRules(policy, Optional.of(domain.text()), thresholds, suffixes)
                .judge().stream()
                        .map(issue -> neverDeployed ? issue.withSeverity(Severity.INFO) : issue)
                        .map(issue -> inForce || !MODES.contains(issue.code())
                                ? issue
                                : issue.withMessage("The policy is in mode "
                                        + PolicyFields.mode(policy)
                                                .orElseThrow()
                                                .text() + unseen))
                        .toList());
    }

    // RFC 8461 §3.3
    private void recordWithoutPolicy(TxtRules<StsRecord> record, Optional<Parsed<StsPolicy>> policy) {
        boolean valid = policy.flatMap(Parsed::value).isPresent();
        if (record.record().isPresent() && !valid && !isOurs(evidence.policy().status())) {
            String cause = issues.all().stream()
                    .filter(issue -> issue.severity() == Severity.ERROR)
                    .filter(issue -> issue.subject() == Subject.FETCH || issue.subject() == Subject.POLICY)
                    .findFirst()
                    .map(issue -> " The cause is " + issue.code() + ".")
                    .orElse("");
            Issue issue = Issue.of(RECORD_WITHOUT_POLICY, RECORD_WITHOUT_POLICY.meaning() + cause);
            boolean passing = policy.isEmpty() && FetchRules.isTransient(evidence.policy());
            issues.add(passing ? issue.withRemedy("Check again later: the failure may be temporary.") : issue);
        }
    }

    /** Nobody asked the policy host: it may well serve a policy. */
    private boolean isOurs(FetchStatus status) {
        return status == FetchStatus.NOT_ATTEMPTED
                || status == FetchStatus.NETWORK_UNREACHABLE
                || (status == FetchStatus.HOST_LOOKUP_FAILED && resolver.isUnreachable());
    }

    // RFC 8460 §3
    private void tlsRpt(TxtRules<TlsRptRecord> tlsRpt, Optional<PolicyMode> mode, boolean hasMtaSts) {
        tlsRpt.judge(resolver);
        if (tlsRpt.isAbsent() && hasMtaSts) {
            boolean testing = mode.equals(Optional.of(PolicyMode.TESTING))
                    && issues.all().stream().noneMatch(issue -> issue.code() == MX_NULL);
            tlsRpt.absent(
                    testing ? Severity.WARNING : Severity.INFO,
                    testing ? " Without reports, mode testing reveals nothing." : "",
                    TLSRPT_NOT_FOUND.remedy());
        }
    }

    /** A temporary failure is never reported as absence, and what is unknown here never as the domain's fault. */
    private Verdict verdict(TxtRules<StsRecord> record, Optional<Parsed<StsPolicy>> policy, List<MxCoverage> mx) {
        if (!record.isKnown() || resolver.isUnreachable()) {
            return Verdict.UNDETERMINED;
        }
        if (record.isAbsent()) {
            return policy.filter(Evaluator::isReadable).isPresent() ? Verdict.BROKEN : Verdict.ABSENT;
        }
        if (record.record().isEmpty()) {
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
        if (evidence.mx().isUnknown()) {
            return Verdict.UNDETERMINED;
        }
        boolean covered = mx.stream().allMatch(host -> host.coveredBy().isPresent());
        return covered && evidence.mx().status() != LookupStatus.NO_SUCH_NAME ? Verdict.ENFORCED : Verdict.BROKEN;
    }

    /** RFC 8461 §3.3: only status 200 gives a policy. */
    private static Optional<Parsed<StsPolicy>> policyText(PolicyResponse response) {
        boolean served =
                response.status() == FetchStatus.OK && response.httpStatus().equals(Optional.of(200));
        return served ? Optional.of(StsPolicy.parse(response.body().orElse(Octets.of("")))) : Optional.empty();
    }

    private static boolean isReadable(Parsed<StsPolicy> policy) {
        return PolicyFields.mode(policy).isPresent()
                || policy.field("version").map(Field::value).equals(Optional.of("STSv1"));
    }
}
