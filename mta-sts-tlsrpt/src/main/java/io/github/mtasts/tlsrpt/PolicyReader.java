package io.github.mtasts.tlsrpt;

import io.github.mtasts.syntax.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Reads one entry of {@code policies} (RFC 8460, section 4.4). */
final class PolicyReader {

    private final JsonObject entry;

    PolicyReader(JsonObject entry) {
        this.entry = entry;
    }

    ReportedPolicy read() {
        Optional<JsonObject> policy = policy();
        Optional<String> type = policy.flatMap(PolicyReader::type);
        List<String> text =
                policy.map(members -> members.texts("policy-string")).orElse(List.of());
        Optional<String> domain = policy.flatMap(PolicyReader::domain);
        List<String> patterns = policy.map(PolicyReader::mxHostPatterns).orElse(List.of());
        Optional<JsonObject> summary = summary();
        OptionalLong successful = count(summary, "total-successful-session-count");
        OptionalLong failed = summary.map(PolicyReader::failed).orElse(OptionalLong.empty());
        List<FailureDetails> details = entry.objects("failure-details", false).stream()
                .map(failure -> new FailureReader(failure).read())
                .toList();
        ReportedPolicy reported =
                new ReportedPolicy(type, text, domain, patterns, successful, held(failed, details), details);
        policy.ifPresent(members -> noteMissing(members, reported));
        policy.filter(members -> members != entry).ifPresent(JsonObject::noteUnknown);
        summary.ifPresent(JsonObject::noteUnknown);
        entry.noteUnknown();
        return reported;
    }

    /** The policy's members, which some reporters write into the entry itself. */
    private Optional<JsonObject> policy() {
        Optional<JsonObject> policy = entry.object("policy");
        if (entry.has("policy")) {
            return policy;
        }
        entry.missing("policy");
        return entry.has("policy-type") || entry.has("policy-domain") ? Optional.of(entry) : Optional.empty();
    }

    private Optional<JsonObject> summary() {
        if (!entry.has("summary")) {
            entry.requiredMissing("summary");
        }
        return entry.object("summary");
    }

    private static Optional<String> type(JsonObject policy) {
        Optional<String> type = policy.expected("policy-type");
        PolicyType known = type.flatMap(PolicyType::of).orElse(null);
        if (known == null) {
            type.ifPresent(text -> policy.add(
                    DeviationCode.REPORT_POLICY_TYPE_UNKNOWN, "policy-type", "is not a policy type of RFC 8460"));
        } else if (!type.equals(Optional.of(known.text()))) {
            policy.add(DeviationCode.REPORT_LETTER_CASE, "policy-type", "is not in lower case");
        }
        return type;
    }

    // §4.4: A-labels
    private static Optional<String> domain(JsonObject policy) {
        Optional<String> domain = policy.expected("policy-domain");
        domain.filter(name ->
                        DomainName.parse(name).value().isEmpty() || name.chars().anyMatch(c -> c >= 0x80))
                .ifPresent(name -> policy.add(
                        DeviationCode.REPORT_POLICY_DOMAIN_INVALID,
                        "policy-domain",
                        "is not a domain name in A-labels"));
        return domain;
    }

    private static List<String> mxHostPatterns(JsonObject policy) {
        return policy.texts(policy.named("mx-host", "mx-host-pattern"));
    }

    /** A policy that could not be retrieved cannot be quoted. */
    private static void noteMissing(JsonObject policy, ReportedPolicy reported) {
        boolean none = reported.knownType()
                .filter(type -> type != PolicyType.NO_POLICY_FOUND)
                .isEmpty();
        if (none || reported.failureDetails().stream().anyMatch(FailureReader::isAboutThePolicy)) {
            return;
        }
        if (reported.policyString().isEmpty()) {
            policy.missing("policy-string");
        }
        if (reported.mxHostPatterns().isEmpty() && reported.knownType().equals(Optional.of(PolicyType.STS))) {
            policy.missing("mx-host");
        }
    }

    private static OptionalLong count(Optional<JsonObject> summary, String name) {
        return summary.map(members -> members.count(name)).orElse(OptionalLong.empty());
    }

    private void contradict(String predicate) {
        entry.add(DeviationCode.REPORT_COUNTS_CONTRADICT, "failure-details", predicate);
    }

    private static OptionalLong failed(JsonObject summary) {
        return summary.count(summary.named("total-failure-session-count", "total-failed-session-count"));
    }

    /**
     * The number of failed sessions, after the summary's was held against the details. A session may occur in several details
     * (section 4), so their sum may be larger, but none of them alone, and no failed session may be missing there.
     */
    private OptionalLong held(OptionalLong said, List<FailureDetails> details) {
        long[] counts = details.stream()
                .flatMapToLong(failure -> failure.failedSessions().stream())
                .toArray();
        long sum = Math.min(TlsRptReport.sum(details.stream().map(FailureDetails::failedSessions)), JsonObject.LARGEST);
        boolean complete = counts.length == details.size();
        if (said.isEmpty()) {
            return counts.length == 0 || (sum == 0 && !complete) ? said : OptionalLong.of(sum);
        }
        long failed = said.getAsLong();
        if (failed > 0 && details.isEmpty()) {
            entry.add(
                    DeviationCode.REPORT_FAILURES_UNEXPLAINED,
                    "failure-details",
                    "does not explain the failed sessions");
            return said;
        }
        if (failed == 0 && sum == 0 && !complete) {
            contradict("lists failures, the summary counts none");
            return OptionalLong.empty();
        }
        if (LongStream.of(counts).anyMatch(count -> count > failed) || (complete && sum < failed)) {
            contradict("counts " + sum + " failed " + (sum == 1 ? "session" : "sessions") + ", the summary " + failed);
            return OptionalLong.of(Math.max(failed, sum));
        }
        return said;
    }
}
