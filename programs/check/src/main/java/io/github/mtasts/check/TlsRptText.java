package io.github.mtasts.check;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.text.Blocks;
import io.github.mtasts.text.Headline;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A TLS report for people: a headline, the reporter, each policy with its failures, then the deviations from the RFC. */
final class TlsRptText {

    private static final int MOST_POLICIES = 30;
    private static final int MOST_DEVIATIONS = 20;
    private static final int INDENT = 10;

    private final Page page;

    TlsRptText(Page page) {
        this.page = page;
    }

    String render(String file, ReadReport read) {
        TlsRptReport report = read.report();
        Blocks blocks = new Blocks();
        blocks.add(headline(read));
        blocks.add(facts(file, report));
        List<ReportedPolicy> policies = report.policies();
        policies.stream()
                .sorted(Comparator.comparing(policy -> policy.failedSessions().orElse(1) == 0))
                .limit(MOST_POLICIES)
                .forEach(policy -> blocks.add(new ReportedPolicyText(page).lines(policy)));
        if (policies.size() > MOST_POLICIES) {
            blocks.add(List.of("  … and " + (policies.size() - MOST_POLICIES) + " more; --json shows all"));
        }
        blocks.add(deviations(read.deviations()));
        return blocks.text();
    }

    private List<String> headline(ReadReport read) {
        TlsRptAnswer answer = TlsRptAnswer.of(read);
        return new Headline(page).lines(domains(read.report()), answer.name(), answer.paint(), answer.sentence(read));
    }

    /** The first domain, and how many more there are. */
    private static String domains(TlsRptReport report) {
        List<String> domains = report.policies().stream()
                .flatMap(policy -> policy.policyDomain().stream())
                .filter(name -> !name.isBlank())
                .map(DomainName::canonical)
                .distinct()
                .toList();
        if (domains.isEmpty()) {
            return "(domain not said)";
        }
        return RemoteText.escape(domains.get(0))
                + (domains.size() == 1 ? "" : " and " + (domains.size() - 1) + " more");
    }

    private List<String> facts(String file, TlsRptReport report) {
        List<String> lines = new ArrayList<>();
        fact(lines, "file", Optional.of(file));
        fact(lines, "from", report.organizationName().map(RemoteText::escape));
        fact(lines, "contact", report.contactInfo().map(RemoteText::escape));
        fact(lines, "id", report.reportId().map(RemoteText::escape));
        fact(lines, "period", period(report));
        return lines;
    }

    private void fact(List<String> lines, String label, Optional<String> text) {
        String start = "  " + label + " ".repeat(INDENT - 2 - label.length());
        lines.addAll(
                Paragraph.hanging(start, text.filter(known -> !known.isEmpty()).orElse("not said"), page.width()));
    }

    private List<String> deviations(List<Deviation> deviations) {
        List<String> lines = new ArrayList<>();
        if (deviations.isEmpty()) {
            return lines;
        }
        lines.add("  " + page.paint(Paint.BOLD, "Deviations from RFC 8460"));
        for (Deviation deviation : deviations.subList(0, Math.min(MOST_DEVIATIONS, deviations.size()))) {
            lines.addAll(Paragraph.hang("  - ", Paragraph.fill(words(deviation), page.width() - 4)));
        }
        if (deviations.size() > MOST_DEVIATIONS) {
            lines.add("  … and " + (deviations.size() - MOST_DEVIATIONS) + " more; --json shows all");
        }
        return lines;
    }

    private static List<String> words(Deviation deviation) {
        List<String> words = new ArrayList<>(List.of(deviation.toString().split(" ", -1)));
        words.add("[" + deviation.severity().name().toLowerCase(Locale.ROOT));
        words.add(deviation.code() + "]");
        return words;
    }

    private static Optional<String> period(TlsRptReport report) {
        if (report.start().isEmpty() && report.end().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> start = report.start().map(TlsRptAnswer::day);
        return start.isPresent() && start.equals(report.end().map(TlsRptAnswer::day))
                ? start.map(day -> day + " (UTC)")
                : Optional.of(shown(report.start()) + " to " + shown(report.end()));
    }

    private static String shown(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("(not said)");
    }
}
