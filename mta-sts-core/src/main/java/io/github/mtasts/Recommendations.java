package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns a report's findings into advice, in the order in which to act. Each policy text builds on the one before it. */
final class Recommendations {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Set<IssueCode> NO_POLICY_FILE =
            EnumSet.of(IssueCode.FETCH_HOST_NOT_FOUND, IssueCode.FETCH_NOT_FOUND, IssueCode.FETCH_HTML_BODY);

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
        Parsed<StsPolicy> served = report.policy().get();
        String text = served.text().decoded();
        if (served.value().isEmpty()) {
            text = repaired(served);
        }
        List<String> uncovered = uncovered();
        if (!uncovered.isEmpty()) {
            text = PolicyText.withMx(text, uncovered);
            publishPolicy(
                    Advice.ADD_MX_PATTERNS,
                    "Add mx lines for the MX hosts that no pattern matches: " + RemoteText.list(uncovered) + ".",
                    text);
        }
        if (codes.contains(IssueCode.POLICY_MAX_AGE_SHORT) || codes.contains(IssueCode.POLICY_MAX_AGE_ZERO)) {
            text = PolicyText.with(text, "max_age", String.valueOf(maxAge));
            publishPolicy(Advice.RAISE_MAX_AGE, "Raise max_age to " + maxAge + " seconds.", text);
        }
        if (isReadyToEnforce()) {
            text = PolicyText.with(text, "mode", PolicyMode.ENFORCE.text());
            String message = "When TLS reports show no failures for some weeks, move to mode enforce.";
            publishPolicy(Advice.MOVE_TO_ENFORCE, message, text);
        }
        return !Octets.of(text).equals(served.text());
    }

    /** A policy whose only host is our own invention would stop all mail in mode enforce. */
    private String repaired(Parsed<StsPolicy> served) {
        boolean invented = mxHosts().isEmpty();
        Repair repair = Repair.ofPolicy(served, invented ? List.of(domain.text()) : mxHosts());
        String message = "Publish the repaired policy." + guesses(repair);
        String text = repair.text();
        if (invented && enforcesOwnName(text) && !namesItself(served)) {
            text = PolicyText.with(text, "mode", PolicyMode.TESTING.text());
            message += " The mode is testing until they do, so that no mail is refused.";
        }
        publishPolicy(Advice.FIX_POLICY, message, text);
        return text;
    }

    /** Whether a line names the domain itself as a host, in mode enforce. */
    private boolean enforcesOwnName(String policy) {
        return StsPolicy.parse(policy).value().stream()
                .anyMatch(valid ->
                        valid.mode() == PolicyMode.ENFORCE && valid.mx().contains(new MxPattern(domain.text())));
    }

    private boolean namesItself(Parsed<StsPolicy> served) {
        return served.fields().stream()
                .anyMatch(field -> field.name().equals("mx")
                        && DomainNames.canonical(field.value()).contains(domain.text()));
    }

    private void firstPolicy() {
        List<String> hosts = mxHosts();
        String where = "Serve a policy in mode testing at " + domain.policyUrl()
                + ", over HTTPS with a certificate that names " + domain.policyHost() + ".";
        if (hosts.isEmpty()) {
            add(Advice.PUBLISH_POLICY, where + " Its mx lines name the MX hosts, which are not known here.");
        } else {
            publishPolicy(Advice.PUBLISH_POLICY, where, PolicyText.first(hosts, maxAge));
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
        String placeholder = "mailto:tlsrpt@" + domain;
        if (report.tlsRpt().isEmpty() && !report.evidence().tlsRptTxt().isUnknown()) {
            all.add(new Recommendation(
                    Advice.PUBLISH_TLS_RPT,
                    "Publish a TLSRPT record, so that senders report failures; put in an address that you read.",
                    where,
                    Optional.of("v=TLSRPTv1; rua=" + placeholder)));
        } else if (report.tlsRpt().isPresent() && report.tlsRpt().get().value().isEmpty()) {
            Repair repair = Repair.ofTlsRpt(report.tlsRpt().get(), placeholder);
            all.add(new Recommendation(
                    Advice.FIX_TLS_RPT,
                    "Publish the repaired TLSRPT record, and no other beside it." + guesses(repair),
                    where,
                    Optional.of(repair.text())));
        }
    }

    private void record() {
        Optional<String> where = Optional.of(domain.recordName());
        if (codes.contains(IssueCode.RECORD_NOT_FOUND)) {
            all.add(new Recommendation(
                    Advice.PUBLISH_RECORD,
                    "When the policy is served, publish the MTA-STS record.",
                    where,
                    Optional.of(new StsRecord(freshId(), Map.of()).toTxt())));
        } else if (report.record().isPresent() && report.record().get().value().isEmpty()) {
            Repair repair = Repair.ofRecord(report.record().get(), freshId());
            all.add(new Recommendation(
                    Advice.FIX_RECORD,
                    "Publish the repaired MTA-STS record, and no other beside it." + guesses(repair),
                    where,
                    Optional.of(repair.text())));
        }
    }

    private void afterwards(boolean changed) {
        if (changed && report.record().isPresent()) {
            String id = publishesFreshId()
                    ? "publish the record, whose id is new: "
                    : "change the id in the record, for example to " + freshId() + ": ";
            add(
                    Advice.UPDATE_ORDER,
                    "Publish the policy first. When it is served everywhere, " + id
                            + "only a new id makes senders fetch the policy again.");
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
        return all.stream().filter(advice -> advice.code() == Advice.FIX_RECORD).anyMatch(advice -> advice.publish()
                .filter(text -> text.contains(freshId()))
                .isPresent());
    }

    /** Four digits a year, or it would be no id. */
    private String freshId() {
        return ID.format(report.checkedAt()
                .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(YEAR_10000))
                .orElse(Instant.EPOCH));
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
                .flatMap(host -> DomainNames.host(host.host()).stream())
                .distinct()
                .toList();
    }

    private static String guesses(Repair repair) {
        return repair.guesses().isEmpty() ? "" : " " + String.join(" ", repair.guesses());
    }

    private void publishPolicy(Advice advice, String message, String text) {
        all.add(new Recommendation(advice, message, Optional.of(domain.policyUrl()), Optional.of(text)));
    }

    private void add(Advice advice, String message) {
        all.add(new Recommendation(advice, message, Optional.empty(), Optional.empty()));
    }
}
