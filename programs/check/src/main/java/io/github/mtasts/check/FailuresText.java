package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The failures under one policy of a TLS report: for each kind how many, what it means, what to do, and where. */
final class FailuresText {

    private static final int MOST_KINDS = 15;
    private static final int MOST_PLACES = 10;
    private static final String ARROW = "    → ";

    /** What is explained as one. */
    private record Kind(String type, FailureCause cause) {}

    private final Page page;
    private final ReportedPolicy policy;
    private final AppliedPolicy applied;
    private final List<String> lines = new ArrayList<>();

    FailuresText(Page page, ReportedPolicy policy, AppliedPolicy applied) {
        this.page = page;
        this.policy = policy;
        this.applied = applied;
    }

    List<String> lines() {
        if (policy.failedSessions().orElse(0) > 0 && policy.failureDetails().isEmpty()) {
            add("  ", "The report does not say how they failed.");
        }
        Map<Kind, List<FailureDetails>> kinds = new LinkedHashMap<>();
        policy.failureDetails()
                .forEach(details -> kinds.computeIfAbsent(kind(details), kind -> new ArrayList<>())
                        .add(details));
        kinds.entrySet().stream().limit(MOST_KINDS).forEach(kind -> failures(kind.getKey(), kind.getValue()));
        if (kinds.size() > MOST_KINDS) {
            lines.add("");
            lines.add("    … and " + (kinds.size() - MOST_KINDS) + " more; --json shows all");
        }
        return lines;
    }

    private Kind kind(FailureDetails details) {
        String type = details.knownType()
                .map(ResultType::text)
                .or(details::resultType)
                .orElse("");
        return new Kind(type.toLowerCase(Locale.ROOT), FailureCause.of(details, applied));
    }

    private void failures(Kind kind, List<FailureDetails> alike) {
        FailureDetails first = alike.get(0);
        String type = first.resultType().map(RemoteText::escape).orElse("result type not said");
        String count =
                alike.stream().allMatch(details -> details.failedSessions().isEmpty())
                        ? "number of sessions not said"
                        : Sessions.count(Sessions.failed(alike));
        lines.add("");
        Paragraph.wrap(type + ": " + count, page.width() - 4)
                .forEach(line -> lines.add("    " + page.paint(Paint.RED, line)));
        Optional<ResultType> known = first.knownType();
        add("    ", known.map(kind.cause()::meaning).orElse(unknown(first)));
        known.ifPresent(what -> add(ARROW, remedy(kind.cause(), what)));
        alike.stream()
                .sorted(Comparator.comparingLong((FailureDetails details) ->
                                details.failedSessions().orElse(0))
                        .reversed())
                .limit(MOST_PLACES)
                .filter(FailuresText::saysMore)
                .forEach(this::place);
        if (alike.size() > MOST_PLACES) {
            lines.add("      … and " + (alike.size() - MOST_PLACES) + " more places");
        }
    }

    private String remedy(FailureCause cause, ResultType type) {
        return cause.remedy(type)
                + (cause.isSeenByACheck(type) ? " 'mta-sts-check check " + domain() + "' shows how it is now." : "");
    }

    private static String unknown(FailureDetails details) {
        return details.resultType().isEmpty()
                ? "The report does not say how they failed."
                : "RFC 8460 does not define this result type; ask the reporter's contact.";
    }

    /** For commands to type, so it must be a domain name. */
    private String domain() {
        return policy.policyDomain()
                .flatMap(name -> DomainName.parse(name).value())
                .map(DomainName::text)
                .orElse("DOMAIN");
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

    private void place(FailureDetails details) {
        Optional<String> host = details.receivingMxHostname();
        List<String> words = new ArrayList<>();
        words.add(host.map(RemoteText::escape).orElse("(host not said)"));
        details.receivingIp().ifPresent(ip -> words.add("at " + RemoteText.escape(ip)));
        details.receivingMxHelo()
                .filter(helo -> !host.map(DomainName::canonical).equals(Optional.of(DomainName.canonical(helo))))
                .ifPresent(helo -> words.add("calling itself " + RemoteText.escape(helo)));
        details.sendingMtaIp().ifPresent(ip -> words.add("from " + RemoteText.escape(ip)));
        String start = "      " + Sessions.shown(details.failedSessions()) + " × ";
        String below = " ".repeat(start.length());
        add(start, String.join(" ", words));
        details.failureReasonCode().ifPresent(code -> add(below, "reason: " + RemoteText.escape(code)));
        details.additionalInformation().ifPresent(more -> add(below, "more: " + RemoteText.escape(more)));
    }

    private void add(String start, String text) {
        lines.addAll(Paragraph.hanging(start, text, page.width()));
    }
}
