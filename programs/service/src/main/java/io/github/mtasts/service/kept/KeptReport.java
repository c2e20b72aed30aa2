package io.github.mtasts.service.kept;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A report that is kept.
 *
 * @param id whoever knows it can read the report
 * @param program that made it, with its version
 * @param json as it was sent
 * @param until when it is deleted
 */
public record KeptReport(String id, String program, String json, Instant until) {

    /** The JSON as it goes over the wire. */
    public byte[] octets() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
