package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One policy of a TLS report: what it was, how many sessions there were, and what their failures mean. */
final class ReportedPolicyText {

    private static final int MOST_TYPES = 15;
    private static final int MOST_PLACES = 10;
    private static final Set<ResultType> SEEN_BY_A_CHECK = EnumSet.of(
            ResultType.CERTIFICATE_HOST_MISMATCH,
            ResultType.STS_POLICY_FETCH_ERROR,
            ResultType.STS_POLICY_INVALID,
            ResultType.STS_WEBPKI_INVALID);
    private static final String ARROW = "    → ";

    private final Page page;

    ReportedPolicyText(Page page) {
        this.page = page;
    }

    List<String> lines(ReportedPolicy policy) {
        List<String> lines = new ArrayList<>();
        String domain = policy.policyDomain().map(RemoteText::escape).orElse("(no domain)");
        add(lines, "  ", domain + ": " + kind(policy), Paint.BOLD);
        add(lines, "  ", counts(policy));
        Map<String, List<FailureDetails>> types = new LinkedHashMap<>();
        policy.failureDetails()
                .forEach(details -> types.computeIfAbsent(details.resultType().orElse(""), type -> new ArrayList<>())
                        .add(details));
        types.values().stream().limit(MOST_TYPES).forEach(alike -> failures(lines, policy, alike));
        if (types.size() > MOST_TYPES) {
            lines.add("");
            lines.add("    … and " + (types.size() - MOST_TYPES) + " more; --json shows all");
        }
        return lines;
    }

    private static String kind(ReportedPolicy policy) {
        PolicyType type = policy.knownType().orElse(null);
        if (type == null) {
            return policy.policyType()
                    .map(text -> "policy of an unknown type, " + RemoteText.escape(text))
                    .orElse("policy without a type");
        }
        return switch (type) {
            case STS ->
                "MTA-STS (sts)"
                        + mode(policy).map(mode -> ", mode " + mode.text()).orElse("")
                        + (policy.mxHostPatterns().isEmpty() ? "" : ", mx " + RemoteText.list(policy.mxHostPatterns()));
            case TLSA ->
                "DANE (tlsa)" + (policy.policyString().isEmpty() ? "" : ", " + RemoteText.list(policy.policyString()));
            case NO_POLICY_FOUND -> "neither MTA-STS nor DANE (no-policy-found)";
        };
    }

    private static Optional<PolicyMode> mode(ReportedPolicy policy) {
        return policy.policyString().stream()
                .filter(line -> line.startsWith("mode:"))
                .findFirst()
                .flatMap(line -> PolicyMode.of(line.substring("mode:".length()).strip()));
    }

    private static String counts(ReportedPolicy policy) {
        String successful = sessions(policy.successfulSessions()) + " successful, ";
        if (policy.failedSessions() == 0) {
            return successful + "none failed";
        }
        return successful + policy.failedSessions() + " failed"
                + mode(policy).map(ReportedPolicyText::consequence).orElse("");
    }

    private static String consequence(PolicyMode mode) {
        return switch (mode) {
            case ENFORCE -> "; senders do not deliver in such a session";
            case TESTING -> "; senders deliver anyway";
            case NONE -> "";
        };
    }

    private void failures(List<String> lines, ReportedPolicy policy, List<FailureDetails> alike) {
        FailureDetails first = alike.get(0);
        long count = alike.stream().mapToLong(FailureDetails::failedSessions).reduce(0, TlsRptTotal::plus);
        String type = first.resultType().map(RemoteText::escape).orElse("no result type");
        Optional<ResultType> known = first.knownType();
        lines.add("");
        add(lines, "    ", type + ": " + sessions(count), Paint.RED);
        add(lines, "    ", known.map(ResultType::meaning).orElse(unknown(first)));
        known.ifPresent(what -> add(lines, ARROW, remedy(what, policy)));
        alike.stream()
                .sorted(Comparator.comparingLong(FailureDetails::failedSessions).reversed())
                .limit(MOST_PLACES)
                .filter(ReportedPolicyText::saysMore)
                .forEach(details -> place(lines, details));
        if (alike.size() > MOST_PLACES) {
            lines.add("      … and " + (alike.size() - MOST_PLACES) + " more places");
        }
    }

    private static String remedy(ResultType type, ReportedPolicy policy) {
        return type.remedy()
                + (SEEN_BY_A_CHECK.contains(type)
                        ? " 'mta-sts-check check " + domainOf(policy) + "' shows how it is now."
                        : "");
    }

    /** Than how many sessions failed. */
    private static boolean saysMore(FailureDetails details) {
        return Stream.of(
                        details.receivingMxHostname(),
                        details.receivingIp(),
                        details.receivingMxHelo(),
                        details.sendingMtaIp(),
                        details.failureReasonCode(),
                        details.additionalInformation())
                .anyMatch(Optional::isPresent);
    }

    private static String unknown(FailureDetails details) {
        return details.resultType().isEmpty()
                ? "The report does not say how they failed."
                : "RFC 8460 does not define this result type; ask the reporter's contact.";
    }

    /** For commands to type, so it must be a domain name. */
    private static String domainOf(ReportedPolicy policy) {
        return policy.policyDomain()
                .flatMap(name -> DomainName.parse(name).value())
                .map(DomainName::text)
                .orElse("DOMAIN");
    }

    private void place(List<String> lines, FailureDetails details) {
        List<String> words = new ArrayList<>();
        words.add(details.receivingMxHostname().map(RemoteText::escape).orElse("(no host)"));
        details.receivingIp().ifPresent(ip -> words.add("at " + RemoteText.escape(ip)));
        details.receivingMxHelo()
                .filter(helo -> !details.receivingMxHostname().equals(Optional.of(helo)))
                .ifPresent(helo -> words.add("calling itself " + RemoteText.escape(helo)));
        details.sendingMtaIp().ifPresent(ip -> words.add("from " + RemoteText.escape(ip)));
        String start = "      " + details.failedSessions() + " × ";
        String below = " ".repeat(start.length());
        add(lines, start, String.join(" ", words));
        details.failureReasonCode().ifPresent(code -> add(lines, below, "reason: " + RemoteText.escape(code)));
        details.additionalInformation().ifPresent(more -> add(lines, below, "more: " + RemoteText.escape(more)));
    }

    private void add(List<String> lines, String start, String text) {
        lines.addAll(Paragraph.hanging(start, text, page.width()));
    }

    private void add(List<String> lines, String start, String text, Paint paint) {
        Paragraph.wrap(text, page.width() - start.length()).forEach(line -> lines.add(start + page.paint(paint, line)));
    }

    private static String sessions(long count) {
        return count + (count == 1 ? " session" : " sessions");
    }
}
