package io.github.mtasts.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The messages of an mbox file (RFC 4155): each follows an empty line, and begins with the line {@code From}, an address and a
 * time of day.
 */
final class Mailbox {

    private static final int LONGEST = 500;

    private final BufferedInputStream input;

    /** Marks and resets the input. */
    Mailbox(BufferedInputStream input) {
        this.input = input;
    }

    /** The next message without its {@code From} line; what was not read of the one before is skipped. */
    Optional<InputStream> next() throws IOException {
        if (!isAtFrom()) {
            return Optional.empty();
        }
        for (int octet = input.read(); octet >= 0 && octet != '\n'; octet = input.read()) {
            // the envelope is not part of the message
        }
        return Optional.of(new Message());
    }

    private boolean isAtFrom() throws IOException {
        input.mark(LONGEST);
        String line = new String(input.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        input.reset();
        return isFrom(line);
    }

    /** Whether a text begins with such a line. */
    static boolean isFrom(String text) {
        int end = text.indexOf('\n');
        return text.startsWith("From ") && hasTime(end < 0 ? text : text.substring(0, end));
    }

    private static boolean hasTime(String line) {
        for (int colon = line.indexOf(':', 1); colon > 0 && colon + 1 < line.length(); ) {
            if (Character.isDigit(line.charAt(colon - 1)) && Character.isDigit(line.charAt(colon + 1))) {
                return true;
            }
            colon = line.indexOf(':', colon + 1);
        }
        return false;
    }

    private final class Message extends InputStream {

        /** Octets of the line so far, its end aside; an empty line has none. */
        private int length;

        private boolean afterEmpty;
        private boolean ended;

        @Override
        public int read() throws IOException {
            if (ended) {
                return -1;
            }
            int octet = input.read();
            if (octet == '\n') {
                afterEmpty = length == 0;
                length = 0;
                ended = afterEmpty && isAtFrom();
            } else if (octet != '\r') {
                length++;
            }
            ended |= octet < 0;
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = 0;
            while (read < length) {
                int octet = read();
                if (octet < 0) {
                    return read == 0 ? -1 : read;
                }
                buffer[offset + read++] = (byte) octet;
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }
    }
}
