package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paragraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is published, in a few lines: enough to see at a glance that it is what was intended. */
final class FactsText {

    private static final int INDENT = 11;

    private final Page page;

    FactsText(Page page) {
        this.page = page;
    }

    List<String> lines(MtaStsReport report) {
        int room = page.width() - INDENT;
        List<String> lines = new ArrayList<>();
        report.record()
                .flatMap(Parsed::value)
                .map(StsRecord::toString)
                .ifPresent(text -> fact(lines, "record", Paragraph.wrap(text, room)));
        report.policy()
                .flatMap(Parsed::value)
                .ifPresent(policy -> fact(lines, "policy", Paragraph.wrap(summary(policy), room)));
        report.certificate()
                .flatMap(certificate -> certificate.notAfter())
                .ifPresent(end -> fact(
                        lines,
                        "cert",
                        Paragraph.wrap("valid until " + end.toString().substring(0, 10), room)));
        fact(lines, "MX", new MxTable(page, room).rows(report));
        report.tlsRpt()
                .flatMap(Parsed::value)
                .map(TlsRptRecord::rua)
                .ifPresent(rua -> fact(lines, "reports", Paragraph.wrap("go to " + RemoteText.list(rua), room)));
        return lines;
    }

    private static String summary(StsPolicy policy) {
        return "mode " + policy.mode().text() + ", max_age " + policy.maxAge().toSeconds() + lasting(policy.maxAge());
    }

    private static String lasting(Duration maxAge) {
        Optional<String> lasting = maxAge.toDays() >= 2
                ? Optional.of(maxAge.toDays() + " days")
                : maxAge.toHours() >= 2 ? Optional.of(maxAge.toHours() + " hours") : Optional.empty();
        return lasting.map(text -> " (" + text + ")").orElse("");
    }

    private static void fact(List<String> lines, String label, List<String> text) {
        lines.addAll(Paragraph.hang("  " + label + " ".repeat(INDENT - 2 - label.length()), text));
    }
}
