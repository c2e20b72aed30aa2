package io.github.mtasts.service.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, of which a client cannot make one that fills the memory. */
final class MessageLines {

    private final InputStream in;
    private final int maxOctets;

    /** The stream is best buffered. */
    MessageLines(InputStream in, int maxOctets) {
        this.in = in;
        this.maxOctets = maxOctets;
    }

    /**
     * The next line that is not blank, without its end.
     *
     * @return no octets where it is too long; empty at the end of the stream
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                if (!blank) {
                    break;
                }
                line.reset();
            } else if (line.size() <= maxOctets) {
                line.write(octet);
                blank &= octet == ' ' || octet == '\r';
            }
        }
        if (blank) {
            return Optional.empty();
        }
        return Optional.of(line.size() > maxOctets ? new byte[0] : line.toByteArray());
    }
}
