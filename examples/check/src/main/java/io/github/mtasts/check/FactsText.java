package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.MxCoverage;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is published, in a few lines: enough to see at a glance that it is what was meant. */
final class FactsText {

    private static final int MOST = 20;
    private static final String INDENT = "  ";
    private static final int LABEL = 9;

    private final Terminal terminal;

    FactsText(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(MtaStsReport report) {
        List<String> lines = new ArrayList<>();
        report.record().flatMap(Parsed::value).map(StsRecord::toString).ifPresent(text -> fact(lines, "record", text));
        report.policy().flatMap(Parsed::value).ifPresent(policy -> fact(lines, "policy", summary(policy)));
        report.certificate()
                .flatMap(certificate -> certificate.notAfter())
                .ifPresent(end -> fact(lines, "cert", "valid until " + end.toString().substring(0, 10)));
        String label = "MX";
        for (String host : mx(report)) {
            fact(lines, label, host);
            label = "";
        }
        report.tlsRpt()
                .flatMap(Parsed::value)
                .map(TlsRptRecord::rua)
                .ifPresent(rua -> fact(lines, "reports", "go to " + String.join(", ", rua)));
        return lines;
    }

    /** One line a host: preference, name, and the pattern that covers it. */
    List<String> mx(MtaStsReport report) {
        List<MxCoverage> hosts = report.mx();
        boolean judged = report.policy().flatMap(Parsed::value).isPresent();
        int widest = hosts.stream()
                .limit(MOST)
                .mapToInt(host -> Columns.of(Columns.printable(host.host())))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (MxCoverage host : hosts.subList(0, Math.min(MOST, hosts.size()))) {
            String name = Columns.printable(host.host());
            String preference = host.preference().map(number -> number + " ").orElse("");
            String pad = " ".repeat(Math.max(0, Math.min(widest, 40) - Columns.of(name)));
            lines.add(preference + name + (judged ? pad + "  " + cover(host) : ""));
        }
        if (hosts.size() > MOST) {
            lines.add("… and " + (hosts.size() - MOST) + " more");
        }
        return lines;
    }

    private static String cover(MxCoverage host) {
        return host.coveredBy().map(pattern -> "covered by " + pattern).orElse("NOT COVERED");
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

    private void fact(List<String> lines, String label, String text) {
        int indent = INDENT.length() + LABEL;
        boolean first = true;
        for (String line : Paragraph.wrap(text, terminal.width() - indent)) {
            String shown = first ? label : "";
            lines.add(INDENT + shown + " ".repeat(LABEL - shown.length()) + line);
            first = false;
        }
    }
}
