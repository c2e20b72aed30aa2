package io.github.mtasts.check;

import io.github.mtasts.syntax.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines that end in LF, read one by one; only the beginning of a line over the limit is kept in memory. */
final class LineReader {

    /**
     * A line.
     *
     * @param octets without its LF; not more than the limit
     * @param cut whether the line is longer
     */
    record Line(Octets octets, boolean cut) {}

    private final InputStream input;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    LineReader(InputStream input, int limit) {
        this.input = input;
        this.limit = limit;
    }

    /** The next line; empty at the end. A last line need not end in LF. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean cut = false;
        boolean begun = false;
        while (fill()) {
            begun = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - from, limit - line.size());
            line.write(buffer, from, kept);
            cut |= kept < end - from;
            boolean done = end < to;
            from = done ? end + 1 : end;
            if (done) {
                return Optional.of(new Line(Octets.of(line.toByteArray()), cut));
            }
        }
        return begun ? Optional.of(new Line(Octets.of(line.toByteArray()), cut)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, input.read(buffer));
        }
        return from < to;
    }
}
