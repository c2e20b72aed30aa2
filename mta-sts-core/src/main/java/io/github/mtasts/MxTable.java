package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The MX hosts, each with the pattern that covers it. */
final class MxTable {

    private static final int MOST = 20;

    private final Page page;
    private final int width;

    /** No row is wider than {@code width} if its words allow. */
    MxTable(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    List<String> rows(MtaStsReport report) {
        List<MxCoverage> hosts = report.mx().stream().limit(MOST).toList();
        boolean judged = report.policy()
                .flatMap(Parsed::value)
                .filter(policy -> policy.mode() != PolicyMode.NONE)
                .isPresent();
        int indent =
                hosts.stream().mapToInt(host -> preference(host).length()).max().orElse(0);
        int widest = hosts.stream()
                .mapToInt(host -> Paragraph.columns(name(host)))
                .max()
                .orElse(0);
        int cover = hosts.stream()
                .mapToInt(host -> Paragraph.columns(cover(host)))
                .max()
                .orElse(0);
        boolean beside = judged && indent + widest + 2 + cover <= width;
        List<String> rows = new ArrayList<>();
        for (MxCoverage host : hosts) {
            String start = " ".repeat(indent - preference(host).length()) + preference(host);
            List<String> name = Paragraph.wrap(name(host), width - indent);
            String pad = " ".repeat(widest - Paragraph.columns(name(host)) + 2);
            for (int i = 0; i < name.size(); i++) {
                rows.add((i == 0 ? start : " ".repeat(indent))
                        + name.get(i)
                        + (beside ? pad + painted(host, cover(host)) : ""));
            }
            if (judged && !beside) {
                Paragraph.wrap(cover(host), width - indent)
                        .forEach(line -> rows.add(" ".repeat(indent) + painted(host, line)));
            }
        }
        int more = report.mx().size() + report.mxLeftOut() - hosts.size();
        if (more > 0) {
            rows.add("… and " + more + " more");
        }
        return rows;
    }

    private static String preference(MxCoverage host) {
        return host.preference().map(number -> number + " ").orElse("");
    }

    private static String name(MxCoverage host) {
        return RemoteText.escape(host.host());
    }

    private static String cover(MxCoverage host) {
        Optional<String> pattern = host.coveredBy();
        return pattern.isPresent() ? "covered by " + RemoteText.escape(pattern.get()) : "NOT COVERED";
    }

    private String painted(MxCoverage host, String text) {
        return host.coveredBy().isPresent() ? text : page.paint(Paint.RED, text);
    }
}
