package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a report's issues into advice, in the order in which to act. */
final class Recommendations {

    private static final Set<IssueCode> NO_POLICY_FILE =
            EnumSet.of(IssueCode.FETCH_HOST_NOT_FOUND, IssueCode.FETCH_NOT_FOUND, IssueCode.FETCH_HTML_BODY);

    private static final Set<IssueCode> NOT_THE_HOST = EnumSet.of(
            IssueCode.FETCH_HOST_NOT_FOUND,
            IssueCode.FETCH_NOT_FOUND,
            IssueCode.FETCH_HTML_BODY,
            IssueCode.FETCH_HOST_LOOKUP_FAILED,
            IssueCode.FETCH_NETWORK_UNREACHABLE);

    private final DomainName domain;
    private final MtaStsReport report;
    private final Thresholds thresholds;
    private final PublicSuffixes suffixes;
    private final Set<IssueCode> codes;
    private final Exchanges exchanges;
    private final List<Recommendation> all = new ArrayList<>();

    private Recommendations(DomainName domain, MtaStsReport report, Thresholds thresholds, PublicSuffixes suffixes) {
        this.domain = domain;
        this.report = report;
        this.thresholds = thresholds;
        this.suffixes = suffixes;
        this.codes = report.issues().stream()
                .map(Issue::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IssueCode.class)));
        this.exchanges = Exchanges.of(domain, report.mx());
    }

    static List<Recommendation> of(
            DomainName domain, MtaStsReport report, Thresholds thresholds, PublicSuffixes suffixes) {
        return new Recommendations(domain, report, thresholds, suffixes).inOrder();
    }

    private List<Recommendation> inOrder() {
        boolean nothingToProtect = codes.contains(IssueCode.DOMAIN_NOT_FOUND)
                || (report.verdict() == Verdict.ABSENT && codes.contains(IssueCode.MX_NULL));
        if (report.verdict() == Verdict.UNDETERMINED) {
            all.add(LookAgain.at(domain, report));
        } else if (nothingToProtect) {
            return all;
        }
        exchanges.advice(domain).ifPresent(all::add);
        policyHost();
        if (report.verdict() != Verdict.UNDETERMINED) {
            texts();
        }
        return all;
    }

    /** Who did not see everything publishes nothing. */
    private void texts() {
        boolean noFile = report.verdict() == Verdict.ABSENT || codes.stream().anyMatch(NO_POLICY_FILE::contains);
        List<Recommendation> policy = noFile
                ? List.of(firstPolicy())
                : report.policy().map(this::steps).orElse(List.of());
        all.addAll(policy);
        tlsRpt();
        all.addAll(new RecordPlan(domain, report).steps(policy));
        unusedPatterns();
        if (report.verdict() == Verdict.NONE) {
            add(
                    Advice.RETIRE_SAFELY,
                    "To retire MTA-STS, keep mode none and the record published until the longest max_age that was ever"
                            + " served has passed; then remove both.");
        }
    }

    private void policyHost() {
        String remedies = report.issues().stream()
                .filter(issue -> issue.subject() == Subject.FETCH && issue.severity() != Severity.INFO)
                .filter(issue -> !NOT_THE_HOST.contains(issue.code()))
                .map(Issue::remedy)
                .distinct()
                .collect(Collectors.joining(" "));
        if (!remedies.isEmpty()) {
            add(Advice.FIX_POLICY_HOST, "Fix the policy host " + domain.policyHost() + ": " + remedies);
        }
    }

    private Recommendation firstPolicy() {
        Optional<String> noAddress = report.issues().stream()
                .filter(issue -> issue.code() == IssueCode.FETCH_HOST_NOT_FOUND)
                .map(Issue::remedy)
                .findFirst();
        FirstPolicy policy = new FirstPolicy(domain, exchanges, thresholds, noAddress);
        if (report.record().isPresent()) {
            return codes.contains(IssueCode.MX_NULL) ? policy.backOrNone() : policy.backOrFirst();
        }
        return codes.contains(IssueCode.MX_NOT_FOUND) ? policy.firstIfMailIsWanted() : policy.first();
    }

    private List<Recommendation> steps(Parsed<StsPolicy> served) {
        PolicyPlan plan = new PolicyPlan(served, Optional.of(domain.policyUrl()), thresholds);
        boolean acceptsNone = codes.contains(IssueCode.MX_NULL);
        plan.repair(acceptsNone ? List.of(domain.text()) : exchanges.hosts(), domain.text());
        plan.raiseMaxAge();
        plan.cover(exchanges.hosts());
        if (isTestedWell()) {
            plan.enforce(this::isFaultless);
        }
        return plan.steps();
    }

    /** Reports of failures have reached the domain, and nothing but a low max_age is to be changed. */
    private boolean isTestedWell() {
        return report.verdict() == Verdict.TESTING
                && report.tlsRpt().flatMap(Parsed::value).isPresent()
                && report.issues().stream()
                        .allMatch(issue -> issue.severity() == Severity.INFO || MaxAges.TOO_LOW.contains(issue.code()));
    }

    /** Judges the evidence as if this policy were served. */
    private boolean isFaultless(String policy) {
        Evidence evidence = report.evidence();
        Evidence served = Evidence.builder()
                .from(evidence)
                .policy(evidence.policy().toBuilder().body(Octets.of(policy)).build())
                .build();
        MtaStsReport next = new Evaluator(served, thresholds, suffixes).judge();
        return next.verdict() == Verdict.ENFORCED
                && next.issues().stream().allMatch(issue -> issue.severity() == Severity.INFO);
    }

    private void tlsRpt() {
        Optional<TxtPlace> place = Optional.of(TxtPlace.ofTlsRpt(domain, report.evidence()));
        if (report.tlsRpt().isEmpty() && !report.evidence().tlsRptTxt().isUnknown()) {
            all.add(Misplaced.ofTlsRpt(domain, report.evidence())
                    .first()
                    .map(misplaced -> TxtAdvice.moveTlsRpt(misplaced, domain, place))
                    .orElseGet(() -> TxtAdvice.publishTlsRpt(domain.text(), place)));
        } else {
            report.tlsRpt()
                    .filter(TxtAdvice::isFaulty)
                    .ifPresent(record -> all.add(TxtAdvice.fixTlsRpt(tlsRptRecords(), domain.text(), place)));
        }
    }

    private List<Parsed<TlsRptRecord>> tlsRptRecords() {
        return TlsRptRecord.select(report.evidence().tlsRptTxt().records().stream()
                        .map(TxtRecord::octets)
                        .toList())
                .candidates();
    }

    /** Never beside a host that the policy does not cover: its pattern may be the one that fits once the MX record is right. */
    private void unusedPatterns() {
        List<MxPattern> patterns =
                report.policy().flatMap(Parsed::value).map(StsPolicy::mx).orElse(List.of());
        List<String> hosts = report.mx().stream().map(MxCoverage::host).toList();
        boolean allCovered =
                report.mx().stream().allMatch(host -> host.coveredBy().isPresent());
        if (codes.contains(IssueCode.MX_PATTERN_UNUSED) && exchanges.areSound() && allCovered) {
            String unused = RemoteText.list(new PatternIndex(patterns)
                    .unused(hosts).stream().map(patterns::get).toList());
            add(
                    Advice.REMOVE_MX_PATTERNS,
                    "No current MX host matches these patterns: " + unused
                            + ". If their hosts are gone for good, their mx lines can go too.");
        }
    }

    private void add(Advice code, String message) {
        all.add(new Recommendation(code, message, Optional.empty(), Optional.empty()));
    }
}
