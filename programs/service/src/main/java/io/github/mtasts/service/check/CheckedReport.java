package io.github.mtasts.service.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.kit.Json;
import java.nio.ByteBuffer;

/** A report and its JSON, which is rendered once for all who get it. */
public final class CheckedReport {

    /** An estimate: the JSON itself, and for each of its octets three of the objects that it was rendered from. */
    private static final int FACTOR = 4;

    private static final int LEAST = 4096;

    private final MtaStsReport report;
    private final byte[] json;

    /** Renders the report. */
    public CheckedReport(MtaStsReport report) {
        this.report = report;
        this.json = Json.octets(report.toMap());
    }

    /** What was found. */
    public MtaStsReport report() {
        return report;
    }

    /** One JSON object, without a line feed; shared, so not to be written to. */
    public ByteBuffer json() {
        return ByteBuffer.wrap(json).asReadOnlyBuffer();
    }

    /** About how many octets of memory it takes. */
    int weight() {
        return LEAST + FACTOR * json.length;
    }
}
