package io.github.mtasts.check;

import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.Deviation;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.ReadReport;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import io.github.mtasts.tlsrpt.TlsRptReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints TLS reports one after the other: a line of JSON each, or a page for people with a total at the end. */
final class TlsRptPrinter {

    private final Output output;
    private final boolean json;
    private final Page page;
    private final TlsRptTotal total = new TlsRptTotal();

    TlsRptPrinter(Output output, boolean json) {
        this.output = output;
        this.json = json;
        this.page = json ? new Page(0, false) : Terminal.ofOutput();
    }

    void print(String file, ReadReport read) {
        print(json ? Json.write(toMap(read)) + "\n" : new TlsRptText(page).render(file, read));
        total.add(read);
    }

    /** Takes the place of a report. */
    void printError(String sentence) {
        print(json ? Json.write(Map.of("error", sentence)) + "\n" : painted(sentence));
        total.addError();
    }

    void printTotal() {
        if (!json && total.files() > 1) {
            output.print(rule() + String.join("\n", Paragraph.wrap(total.toString(), page.width())) + "\n");
        }
    }

    private void print(String text) {
        output.print(json ? text : rule() + text);
        output.flush();
    }

    private String rule() {
        return total.files() > 0 ? "\n" + page.paint(Paint.DIM, "─".repeat(page.width())) + "\n\n" : "";
    }

    private String painted(String sentence) {
        StringBuilder out = new StringBuilder();
        Paragraph.wrap(sentence, page.width())
                .forEach(line -> out.append(page.paint(Paint.RED, line)).append('\n'));
        return out.toString();
    }

    private static Map<String, @Nullable Object> toMap(ReadReport read) {
        TlsRptReport report = read.report();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("valid", read.valid());
        map.put("organization", report.organizationName().orElse(null));
        map.put("report_id", report.reportId().orElse(null));
        map.put("policies", report.policies().size());
        map.put(
                "policy_domains",
                report.policies().stream()
                        .map(ReportedPolicy::policyDomain)
                        .map(domain -> domain.orElse(null))
                        .toList());
        map.put("successful", report.successfulSessions());
        map.put("failed", report.failedSessions());
        map.put("result_types", resultTypes(report));
        map.put("deviations", read.deviations().stream().map(Deviation::toMap).toList());
        return map;
    }

    private static Map<String, Long> resultTypes(TlsRptReport report) {
        Map<String, Long> sessions = new LinkedHashMap<>();
        for (ReportedPolicy policy : report.policies()) {
            for (FailureDetails details : policy.failureDetails()) {
                sessions.merge(details.resultType().orElse(""), details.failedSessions(), TlsRptTotal::plus);
            }
        }
        return sessions;
    }
}
