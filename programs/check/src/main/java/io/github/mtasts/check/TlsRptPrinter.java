package io.github.mtasts.check;

import io.github.mtasts.check.containers.Place;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.kit.Json;
import io.github.mtasts.kit.Output;
import io.github.mtasts.text.Page;
import io.github.mtasts.text.Paint;
import io.github.mtasts.text.Paragraph;
import io.github.mtasts.tlsrpt.ReadReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints TLS reports one after the other: a line of JSON each, or a page for people with a total at the end. */
final class TlsRptPrinter {

    private final Output output;
    private final boolean json;
    private final Page page;
    private final TlsRptTotal total = new TlsRptTotal();
    private final SeenReports seen = new SeenReports();
    private boolean begun;

    TlsRptPrinter(Output output, boolean json) {
        this.output = output;
        this.json = json;
        this.page = json ? new Page(0, false) : Terminal.ofOutput();
    }

    void print(Place place, ReadReport read) {
        Optional<String> twin = seen.twin(place, read);
        if (json) {
            Map<String, @Nullable Object> map = TlsRptMap.of(read);
            map.putAll(place.toMap());
            map.put("same_as", twin.orElse(null));
            print(Json.write(map) + "\n");
        } else {
            print(twin.map(other -> again(place, read, other))
                    .orElseGet(() -> new TlsRptText(page).render(place.shown(), read)));
        }
        if (twin.isPresent()) {
            total.addAgain();
        } else {
            total.add(read);
        }
    }

    /** Takes the place of a report. */
    void printError(Place place, String sentence) {
        printNotice(place, sentence);
        total.addError();
    }

    /** Tells what went wrong beside the reports. */
    void printNotice(Place place, String sentence) {
        if (json) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("error", sentence);
            map.putAll(place.toMap());
            print(Json.write(map) + "\n");
        } else {
            print(painted(Paint.RED, sentence));
        }
    }

    private String again(Place place, ReadReport read, String other) {
        return painted(
                Paint.YELLOW,
                place.shown() + " is the same report as " + RemoteText.escape(other) + " ("
                        + read.report()
                                .organizationName()
                                .map(RemoteText::escape)
                                .orElse("") + ", "
                        + read.report().reportId().map(RemoteText::escape).orElse("") + "), and is counted once.");
    }

    void printTotal() {
        if (!json && total.answers() > 1) {
            output.print(rule() + String.join("\n", Paragraph.wrap(total.toString(), page.width())) + "\n");
        }
    }

    private void print(String text) {
        output.print(json ? text : rule() + text);
        output.flush();
        begun = true;
    }

    private String rule() {
        return begun ? "\n" + page.paint(Paint.DIM, "─".repeat(page.width())) + "\n\n" : "";
    }

    private String painted(Paint paint, String sentence) {
        StringBuilder out = new StringBuilder();
        Paragraph.wrap(sentence, page.width())
                .forEach(line -> out.append(page.paint(paint, line)).append('\n'));
        return out.toString();
    }
}
