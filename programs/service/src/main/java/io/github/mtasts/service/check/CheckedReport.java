package io.github.mtasts.service.check;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.kit.Json;
import java.nio.ByteBuffer;

/** A report and its JSON, which is rendered once for all who get it. */
public final class CheckedReport {

    /** An estimate: so much do objects take for each octet of their JSON. */
    private static final int FACTOR = 3;

    private static final int LEAST = 4096;

    private final MtaStsReport report;
    private final byte[] json;
    private final int weight;

    /** Renders the report. */
    public CheckedReport(MtaStsReport report) {
        this.report = report;
        this.json = Json.octets(report.toMap());
        int evidence = Json.octets(report.evidence().toMap()).length;
        this.weight = LEAST + json.length + FACTOR * (json.length + evidence);
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
        return weight;
    }
}
