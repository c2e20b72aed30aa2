package io.github.mtasts.tlsrpt;

import io.github.mtasts.syntax.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        OptionalLong failed = count(summary, "total-failure-session-count");
        List<FailureDetails> details = entry.objects("failure-details", false).stream()
                .map(failure -> new FailureReader(failure).read())
                .toList();
        ReportedPolicy reported = new ReportedPolicy(
                type, text, domain, patterns, successful.orElse(0), failed.orElseGet(() -> sum(details)), details);
        policy.ifPresent(members -> noteMissing(members, reported));
        if (reported.failedSessions() > 0 && details.isEmpty()) {
            entry.add(
                    DeviationCode.REPORT_FAILURES_UNEXPLAINED,
                    "failure-details",
                    "does not explain the failed sessions");
        }
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
            entry.missing("summary");
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

    private static long sum(List<FailureDetails> details) {
        long sum = TlsRptReport.sum(details.stream().mapToLong(FailureDetails::failedSessions));
        return Math.min(sum, JsonObject.LARGEST);
    }
}
