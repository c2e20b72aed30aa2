package io.github.mtasts.check;

import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.ReadReport;
import java.util.Map;

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
        print(json ? Json.write(TlsRptMap.of(read)) + "\n" : new TlsRptText(page).render(file, read));
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
}
