package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;

/** Prints reports one after the other: a line of JSON each, or a page for people. */
final class ReportPrinter {

    private final Output output;
    private final boolean json;
    private final Terminal terminal;
    private boolean begun;

    ReportPrinter(Output output, boolean json) {
        this.output = output;
        this.json = json;
        this.terminal = json ? new Terminal(0, false) : Terminal.ofOutput();
    }

    void print(MtaStsReport report) {
        output.print(json ? Json.write(report.toMap()) + "\n" : rule() + new ReportText(terminal).render(report));
        output.flush();
        begun = true;
    }

    /** Their sum, if there are several. */
    void print(Tally tally) {
        if (!json && tally.count() > 1) {
            output.print(rule() + String.join("\n", Paragraph.wrap(tally.toString(), terminal.width())) + "\n");
        }
    }

    private String rule() {
        return begun ? "\n" + terminal.paint(Paint.DIM, "─".repeat(terminal.width())) + "\n\n" : "";
    }
}
