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
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Senders apply no policy so far, and may refuse mail with the one that is served, or that was repaired. */
    private boolean refuses;

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
        boolean undetermined = report.verdict() == Verdict.UNDETERMINED;
        if (undetermined) {
            all.add(LookAgain.at(domain, report));
        } else if (codes.contains(IssueCode.DOMAIN_NOT_FOUND)) {
            NoSuchDomain.advice(domain, report.evidence()).ifPresent(all::add);
            return all;
        }
        boolean noMail = codes.contains(IssueCode.MX_NULL);
        if (noMail) {
            all.addAll(new NoMail(domain, report).steps());
            return all;
        }
        if (!undetermined) {
            Optional<Recommendation> first = LookAgain.beforeEnforcing(domain, report);
            refuses = first.isPresent();
            first.or(() -> LookAgain.first(domain, report, noFile())).ifPresent(all::add);
        }
        exchanges.advice(domain, codes.contains(IssueCode.MX_NULL_WITH_OTHERS)).ifPresent(all::add);
        if (!undetermined && exchanges.areSound()) {
            missingMx();
        }
        policyHost();
        if (!undetermined) {
            texts();
        }
        return all;
    }

    /** The policy names MX hosts, and the zone names none: the records are gone, or the domain accepts no mail. */
    private void missingMx() {
        Optional<StsPolicy> named = namedHosts();
        if (named.isPresent() && named.get().coveredBy(domain.text()).isEmpty()) {
            all.add(new Recommendation(
                    Advice.FIX_MX_RECORD,
                    domain + " has no MX record, but the policy names MX hosts: "
                            + RemoteText.list(named.get().mx().stream()
                                    .map(MxPattern::text)
                                    .toList())
                            + ". Put the MX records back. If " + domain
                            + " accepts no mail, publish a null MX, 0 . (RFC 7505), in their place.",
                    Optional.of(domain.text()),
                    Optional.empty()));
        }
    }

    /** What the policy was meant to say, where there is no MX record and it names hosts. */
    private Optional<StsPolicy> namedHosts() {
        return report.policy()
                .filter(policy -> codes.contains(IssueCode.MX_NOT_FOUND))
                .map(policy ->
                        StsPolicy.parse(Repair.ofPolicy(policy, List.of()).text()))
                .filter(repaired -> !PolicyPlan.isFaulty(repaired))
                .flatMap(Parsed::value)
                .filter(policy -> policy.mode() != PolicyMode.NONE);
    }

    private boolean noFile() {
        return report.verdict() == Verdict.ABSENT || codes.stream().anyMatch(NO_POLICY_FILE::contains);
    }

    /** Who did not see everything publishes nothing. */
    private void texts() {
        Optional<PolicyPlan> plan =
                noFile() ? Optional.empty() : report.policy().map(this::plan);
        List<Recommendation> policy =
                noFile() ? List.of(firstPolicy()) : plan.map(PolicyPlan::steps).orElse(List.of());
        Optional<Recommendation> later =
                plan.filter(served -> isTestedWell()).flatMap(served -> served.enforced(this::isFaultless));
        List<Recommendation> now = policy.isEmpty() ? later.stream().toList() : policy;
        all.addAll(now);
        tlsRpt();
        all.addAll(new RecordPlan(domain, report).steps(now, refuses));
        later.filter(move -> !policy.isEmpty()).ifPresent(all::add);
        unusedPatterns(policy);
        if (report.verdict() == Verdict.NONE) {
            all.add(NoMail.retireSafely());
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
            add(Advice.FIX_POLICY_HOST, "Fix the policy host " + domain.policyHost() + ": " + remedies + operator());
        }
    }

    /** Who can follow the advice, where the policy host is a CNAME to somebody else's host (RFC 8461, section 8.2). */
    private String operator() {
        List<String> aliases = report.evidence().policy().aliases();
        String last = aliases.isEmpty() ? "" : aliases.get(aliases.size() - 1);
        boolean own = ("." + DomainName.canonical(last)).endsWith("." + domain);
        return last.isEmpty() || own || !Exchanges.isPlain(last)
                ? ""
                : " " + domain.policyHost() + " is a CNAME for " + last + ": whoever runs that host has to do it.";
    }

    private Recommendation firstPolicy() {
        Optional<String> noAddress = report.issues().stream()
                .filter(issue -> issue.code() == IssueCode.FETCH_HOST_NOT_FOUND)
                .map(Issue::remedy)
                .findFirst();
        FirstPolicy policy = new FirstPolicy(domain, exchanges, thresholds, noAddress);
        if (report.record().isPresent()) {
            return policy.backOrFirst();
        }
        if (FetchRules.isTransient(report.evidence().policy())) {
            return policy.firstUnlessServed();
        }
        if (codes.contains(IssueCode.MX_NOT_FOUND)) {
            return policy.firstIfMailIsWanted();
        }
        boolean unseen = report.policy().isEmpty() && codes.stream().noneMatch(NO_POLICY_FILE::contains);
        return unseen ? policy.firstUnlessServed() : policy.first();
    }

    private PolicyPlan plan(Parsed<StsPolicy> served) {
        PolicyPlan plan = new PolicyPlan(served, Optional.of(domain.policyUrl()), thresholds);
        // Without MX records, mail goes to the domain itself, which is often a web server: it enters no policy that
        // names hosts.
        List<String> hosts = namedHosts().isPresent() ? List.of() : exchanges.hosts();
        plan.repair(hosts, Optional.empty());
        refuses |= !isApplied() && plan.refuses(report.mx().stream().map(MxCoverage::host));
        if (refuses) {
            plan.untilCovered();
        }
        plan.raiseMaxAge(codes.contains(IssueCode.MX_NONE_COVERED));
        plan.cover(hosts);
        return plan;
    }

    /** Senders see a valid policy. */
    private boolean isApplied() {
        return report.record().flatMap(Parsed::value).isPresent()
                && report.policy().flatMap(Parsed::value).isPresent();
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
            List<MisplacedRecord<TlsRptRecord>> misplaced =
                    Misplaced.ofTlsRpt(domain, report.evidence()).own();
            all.add(
                    misplaced.isEmpty()
                            ? TxtAdvice.tlsRptOf(report.record(), place)
                                    .orElseGet(() -> TxtAdvice.publishTlsRpt(domain.text(), place))
                            : TxtAdvice.moveTlsRpt(misplaced, domain.text(), place));
        } else {
            report.tlsRpt()
                    .map(record -> tlsRptRecords())
                    .filter(records -> records.size() > 1 || TxtAdvice.isFaulty(records.get(0)))
                    .ifPresent(records -> all.add(TxtAdvice.fixTlsRpt(records, domain.text(), place)));
        }
    }

    /** All that were meant to be one, those that senders discard included. */
    private List<Parsed<TlsRptRecord>> tlsRptRecords() {
        Selection<TlsRptRecord> choice = TlsRptRecord.select(report.evidence().tlsRptTxt().records().stream()
                .map(TxtRecord::octets)
                .toList());
        return Stream.concat(
                        choice.candidates().stream(), TlsRptRecord.select(choice.unrelated()).candidates().stream())
                .toList();
    }

    /** Never beside a host that the policy does not cover: its pattern may be the one that fits once the MX record is right. */
    private void unusedPatterns(List<Recommendation> steps) {
        List<MxPattern> patterns =
                report.policy().flatMap(Parsed::value).map(StsPolicy::mx).orElse(List.of());
        Set<String> published = steps.stream()
                .flatMap(step -> step.publish().stream())
                .reduce((first, last) -> last)
                .map(StsPolicy::parse)
                .or(report::policy)
                .flatMap(Parsed::value)
                .map(StsPolicy::mx)
                .orElse(List.of())
                .stream()
                .map(MxPattern::canonical)
                .collect(Collectors.toSet());
        List<String> hosts = report.mx().stream().map(MxCoverage::host).toList();
        List<MxPattern> unused = new PatternIndex(patterns)
                .unused(hosts).stream()
                        .map(patterns::get)
                        .filter(pattern -> published.contains(pattern.canonical()))
                        .toList();
        boolean allCovered =
                report.mx().stream().allMatch(host -> host.coveredBy().isPresent());
        if (codes.contains(IssueCode.MX_PATTERN_UNUSED) && !unused.isEmpty() && exchanges.areSound() && allCovered) {
            add(
                    Advice.REMOVE_MX_PATTERNS,
                    "No current MX host matches these patterns: " + RemoteText.list(unused)
                            + ". If their hosts are gone for good, their mx lines can go, and the record's id changes"
                            + " with them.");
        }
    }

    private void add(Advice code, String message) {
        all.add(new Recommendation(code, message, Optional.empty(), Optional.empty()));
    }
}
