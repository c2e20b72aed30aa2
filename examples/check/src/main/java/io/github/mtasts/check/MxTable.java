package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.MxCoverage;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The MX hosts, each with the pattern that covers it. */
final class MxTable {

    private static final int MOST = 20;

    private final Terminal terminal;
    private final int width;

    /** No row is wider than {@code width}, where its words allow that. */
    MxTable(Terminal terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    List<String> rows(MtaStsReport report) {
        List<MxCoverage> hosts = report.mx().stream().limit(MOST).toList();
        boolean judged = report.policy()
                .flatMap(Parsed::value)
                .filter(policy -> policy.mode() != PolicyMode.NONE)
                .isPresent();
        int digits =
                hosts.stream().mapToInt(host -> preference(host).length()).max().orElse(0);
        int widest =
                hosts.stream().mapToInt(host -> Columns.of(name(host))).max().orElse(0);
        int cover =
                hosts.stream().mapToInt(host -> Columns.of(cover(host))).max().orElse(0);
        boolean beside = digits + 1 + widest + 2 + cover <= width;
        List<String> rows = new ArrayList<>();
        for (MxCoverage host : hosts) {
            String start = " ".repeat(digits - preference(host).length()) + preference(host) + " ";
            String row = (digits == 0 ? "" : start) + name(host);
            if (!judged) {
                rows.addAll(Paragraph.wrap(row, width));
            } else if (beside) {
                rows.add(row + " ".repeat(widest - Columns.of(name(host)) + 2) + painted(host, cover(host)));
            } else {
                rows.addAll(Paragraph.wrap(row, width));
                Paragraph.wrap(cover(host), width - digits - 1)
                        .forEach(line -> rows.add(" ".repeat(digits + 1) + painted(host, line)));
            }
        }
        if (report.mx().size() > MOST) {
            rows.add("… and " + (report.mx().size() - MOST) + " more");
        }
        return rows;
    }

    private static String preference(MxCoverage host) {
        return host.preference().map(String::valueOf).orElse("");
    }

    private static String name(MxCoverage host) {
        return Columns.printable(host.host());
    }

    private static String cover(MxCoverage host) {
        Optional<String> pattern = host.coveredBy();
        return pattern.isPresent() ? "covered by " + Columns.printable(pattern.get()) : "NOT COVERED";
    }

    private String painted(MxCoverage host, String text) {
        return host.coveredBy().isPresent() ? text : terminal.paint(Paint.RED, text);
    }
}
