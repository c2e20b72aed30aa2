package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.ArrayList;
import java.util.List;

/** One policy of a TLS report: what it was, how many sessions there were, and what their failures mean. */
final class ReportedPolicyText {

    private final Page page;

    ReportedPolicyText(Page page) {
        this.page = page;
    }

    List<String> lines(ReportedPolicy policy) {
        AppliedPolicy applied = AppliedPolicy.of(policy);
        List<String> lines = new ArrayList<>();
        String domain = policy.policyDomain()
                .filter(name -> !name.isBlank())
                .map(RemoteText::escape)
                .orElse("(domain not said)");
        Paragraph.wrap(domain + ": " + kind(policy, applied), page.width() - 2)
                .forEach(line -> lines.add("  " + page.paint(Paint.BOLD, line)));
        lines.addAll(Paragraph.hanging("  ", counts(policy, applied), page.width()));
        lines.addAll(new FailuresText(page, policy, applied).lines());
        return lines;
    }

    private static String kind(ReportedPolicy policy, AppliedPolicy applied) {
        PolicyType type = policy.knownType().orElse(null);
        if (type == null) {
            return policy.policyType()
                    .map(text -> "policy of an unknown type, " + RemoteText.escape(text))
                    .orElse("policy whose type is not said");
        }
        return switch (type) {
            case STS ->
                "MTA-STS (sts)"
                        + applied.mode().map(mode -> ", mode " + mode.text()).orElse("")
                        + (applied.mx().isEmpty() ? "" : ", mx " + RemoteText.list(applied.mx()));
            case TLSA ->
                "DANE (tlsa)" + (policy.policyString().isEmpty() ? "" : ", " + RemoteText.list(policy.policyString()));
            case NO_POLICY_FOUND -> "neither MTA-STS nor DANE (no-policy-found)";
        };
    }

    private static String counts(ReportedPolicy policy, AppliedPolicy applied) {
        if (policy.successfulSessions().isEmpty()) {
            return policy.failedSessions().isEmpty()
                    ? "The report does not say how many sessions were successful, and how many failed."
                    : failed(policy.failedSessions().getAsLong()) + " failed"
                            + Consequence.of(policy, applied).words()
                            + ". The report does not say how many were successful.";
        }
        if (policy.successfulSessions().getAsLong() == 0
                && policy.failedSessions().orElse(1) == 0) {
            return "no sessions";
        }
        String successful = Sessions.count(policy.successfulSessions().getAsLong()) + " successful";
        if (policy.failedSessions().isEmpty()) {
            return successful + ". The report does not say how many failed.";
        }
        long failed = policy.failedSessions().getAsLong();
        return successful + ", " + (failed == 0 ? "none" : failed) + " failed"
                + Consequence.of(policy, applied).words();
    }

    private static String failed(long sessions) {
        return sessions == 0 ? "No session" : Sessions.count(sessions);
    }
}
