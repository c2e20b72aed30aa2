package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import java.util.Map;

/** Prints reports one after the other: a line of JSON each, or a page for people. */
final class ReportPrinter {

    private final Output output;
    private final boolean json;
    private final Page page;
    private boolean begun;

    ReportPrinter(Output output, boolean json) {
        this.output = output;
        this.json = json;
        this.page = json ? new Page(0, false) : Terminal.ofOutput();
    }

    void print(MtaStsReport report) {
        output.print(json ? Json.write(report.toMap()) + "\n" : rule() + text(report));
        output.flush();
        begun = true;
    }

    /** Takes the place of a report. */
    void printError(String sentence) {
        if (json) {
            output.print(Json.write(Map.of("error", sentence)) + "\n");
        } else {
            output.print(rule());
            Paragraph.wrap(sentence, page.width()).forEach(line -> output.print(page.paint(Paint.RED, line) + "\n"));
        }
        output.flush();
        begun = true;
    }

    /** Their sum, if there are several. */
    void print(Tally tally) {
        if (!json && tally.isSum()) {
            output.print(rule() + String.join("\n", Paragraph.wrap(tally.toString(), page.width())) + "\n");
        }
    }

    private String text(MtaStsReport report) {
        return page.colour() ? report.toColouredText(page.width()) : report.toText(page.width());
    }

    private String rule() {
        return begun ? "\n" + page.paint(Paint.DIM, "─".repeat(page.width())) + "\n\n" : "";
    }
}
