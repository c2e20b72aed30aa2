package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns a report's issues into advice, in the order in which to act. */
final class Recommendations {

    private static final Set<IssueCode> NO_POLICY_FILE =
            EnumSet.of(IssueCode.FETCH_HOST_NOT_FOUND, IssueCode.FETCH_NOT_FOUND, IssueCode.FETCH_HTML_BODY);

    static final Set<IssueCode> MAX_AGE_TOO_LOW =
            EnumSet.of(IssueCode.POLICY_MAX_AGE_SHORT, IssueCode.POLICY_MAX_AGE_ZERO);

    private static final Set<IssueCode> NOT_THE_HOST = EnumSet.of(
            IssueCode.FETCH_HOST_NOT_FOUND,
            IssueCode.FETCH_NOT_FOUND,
            IssueCode.FETCH_HTML_BODY,
            IssueCode.FETCH_HOST_LOOKUP_FAILED);

    private final DomainName domain;
    private final MtaStsReport report;
    private final long maxAge;
    private final Set<IssueCode> codes;
    private final List<Recommendation> all = new ArrayList<>();

    private Recommendations(DomainName domain, MtaStsReport report, Thresholds thresholds) {
        this.domain = domain;
        this.report = report;
        this.maxAge = maxAge(thresholds);
        this.codes = report.issues().stream()
                .map(Issue::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IssueCode.class)));
    }

    static List<Recommendation> of(DomainName domain, MtaStsReport report, Thresholds thresholds) {
        return new Recommendations(domain, report, thresholds).inOrder();
    }

    /** The longer of the two thresholds; the usual one where they ask for nothing. */
    private static long maxAge(Thresholds thresholds) {
        long longer = Math.max(
                thresholds.enforceMaxAge().toSeconds(),
                thresholds.testingMaxAge().toSeconds());
        return longer > 0 ? longer : Thresholds.recommended().enforceMaxAge().toSeconds();
    }

    private List<Recommendation> inOrder() {
        boolean nothingToProtect = codes.contains(IssueCode.DOMAIN_NOT_FOUND)
                || (report.verdict() == Verdict.ABSENT && codes.contains(IssueCode.MX_NULL));
        if (!nothingToProtect) {
            policyHost();
            boolean changed = policy();
            tlsRpt();
            record();
            afterwards(changed);
        }
        return all;
    }

    private void policyHost() {
        String remedies = report.issues().stream()
                .filter(issue -> issue.subject() == Subject.FETCH && issue.severity() != Severity.INFO)
                .filter(issue -> !NOT_THE_HOST.contains(issue.code()))
                .map(Issue::remedy)
                .collect(Collectors.joining(" "));
        if (!remedies.isEmpty()) {
            add(Advice.FIX_POLICY_HOST, "Fix the policy host " + domain.policyHost() + ": " + remedies);
        }
    }

    /** Whether a policy that is live is to change. */
    private boolean policy() {
        boolean recordKnown = !codes.contains(IssueCode.RECORD_LOOKUP_FAILED);
        boolean noFile = report.verdict() == Verdict.ABSENT || codes.stream().anyMatch(NO_POLICY_FILE::contains);
        if (noFile) {
            if (recordKnown) {
                firstPolicy();
            }
            return false;
        }
        if (report.policy().isEmpty()) {
            return false;
        }
        PolicyAdvice advice = new PolicyAdvice(report.policy().get(), Optional.of(domain.policyUrl()));
        if (mxHosts().isEmpty()) {
            advice.repairWith(domain.text());
        } else {
            advice.repair(mxHosts());
        }
        List<String> uncovered = uncovered();
        if (!uncovered.isEmpty()) {
            advice.addMx(uncovered);
        }
        if (codes.stream().anyMatch(MAX_AGE_TOO_LOW::contains)) {
            advice.raiseMaxAge(maxAge);
        }
        if (isReadyToEnforce()) {
            advice.moveToEnforce();
        }
        all.addAll(advice.all());
        return advice.isChanged();
    }

    private void firstPolicy() {
        List<String> hosts = mxHosts();
        String where = "Serve a policy in mode testing at " + domain.policyUrl()
                + ", over HTTPS with a certificate that names " + domain.policyHost() + ".";
        if (hosts.isEmpty()) {
            add(Advice.PUBLISH_POLICY, where + " Its mx lines name the MX hosts, which are unknown here.");
        } else {
            all.add(new Recommendation(
                    Advice.PUBLISH_POLICY,
                    where,
                    Optional.of(domain.policyUrl()),
                    Optional.of(PolicyText.first(hosts, maxAge))));
        }
    }

    private boolean isReadyToEnforce() {
        return report.verdict() == Verdict.TESTING
                && !report.mx().isEmpty()
                && report.mx().stream().allMatch(host -> host.coveredBy().isPresent())
                && report.tlsRpt().flatMap(Parsed::value).isPresent()
                && report.issues().stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
    }

    private void tlsRpt() {
        Optional<String> where = Optional.of(domain.tlsRptName());
        if (report.tlsRpt().isEmpty() && !report.evidence().tlsRptTxt().isUnknown()) {
            all.add(TxtAdvice.publishTlsRpt(domain.text(), where));
        } else if (report.tlsRpt().isPresent() && report.tlsRpt().get().value().isEmpty()) {
            all.add(TxtAdvice.fixTlsRpt(report.tlsRpt().get(), domain.text(), where));
        }
    }

    private void record() {
        Optional<String> where = Optional.of(domain.recordName());
        if (codes.contains(IssueCode.RECORD_NOT_FOUND)) {
            all.add(TxtAdvice.publishRecord(freshId(), where));
        } else if (report.record().isPresent() && report.record().get().value().isEmpty()) {
            all.add(TxtAdvice.fixRecord(report.record().get(), freshId(), where));
        }
    }

    private void afterwards(boolean changed) {
        if (changed && report.record().isPresent()) {
            add(
                    Advice.UPDATE_ORDER,
                    publishesFreshId()
                            ? "Publish the repaired record only when the new policy is served everywhere: its new id makes"
                                    + " senders fetch the policy again."
                            : "When the new policy is served everywhere, change the id in the record, for example to "
                                    + freshId() + ": only a new id makes senders fetch the policy again.");
        }
        if (codes.contains(IssueCode.MX_PATTERN_UNUSED)) {
            add(Advice.REMOVE_MX_PATTERNS, "Remove the patterns of hosts that are gone for good: " + unused() + ".");
        }
        if (report.verdict() == Verdict.NONE) {
            add(
                    Advice.RETIRE_SAFELY,
                    "To retire MTA-STS, keep mode none and the record published until the longest max_age that was ever"
                            + " served has passed; then remove both.");
        }
    }

    private boolean publishesFreshId() {
        return all.stream()
                .filter(advice -> advice.code() == Advice.FIX_RECORD)
                .anyMatch(advice -> advice.publish()
                        .filter(text -> text.contains(freshId()))
                        .isPresent());
    }

    private String freshId() {
        return TxtAdvice.freshId(report.checkedAt());
    }

    private String unused() {
        List<MxPattern> patterns =
                report.policy().flatMap(Parsed::value).map(StsPolicy::mx).orElse(List.of());
        List<String> hosts = report.mx().stream().map(MxCoverage::host).toList();
        return RemoteText.list(new PatternIndex(patterns)
                .unused(hosts).stream().map(patterns::get).toList());
    }

    private List<String> uncovered() {
        boolean wanted = codes.contains(IssueCode.MX_NOT_COVERED) || codes.contains(IssueCode.MX_NONE_COVERED);
        return wanted ? hosts(host -> host.coveredBy().isEmpty()) : List.of();
    }

    private List<String> mxHosts() {
        return hosts(host -> true);
    }

    private List<String> hosts(Predicate<MxCoverage> wanted) {
        return report.mx().stream()
                .filter(wanted)
                .flatMap(host -> MxRules.hostName(host.host()).stream())
                .distinct()
                .toList();
    }

    private void add(Advice advice, String message) {
        all.add(new Recommendation(advice, message, Optional.empty(), Optional.empty()));
    }
}
