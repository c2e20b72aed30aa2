package io.github.mtasts.check.containers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The messages of an mbox file (RFC 4155): each follows an empty line, and begins with the line {@code From}, an address and a
 * time of day. Some programs leave the empty line out; then the line must have its date as RFC 4155 has it.
 */
final class Mailbox {

    private static final int LONGEST = 500;

    private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static final Set<String> MONTHS =
            Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final BufferedInputStream input;

    /** Marks and resets the input. */
    Mailbox(BufferedInputStream input) {
        this.input = input;
    }

    /** The next message without its {@code From} line; what was not read of the one before is skipped. */
    Optional<InputStream> next() throws IOException {
        if (!isFrom(line())) {
            return Optional.empty();
        }
        for (int octet = input.read(); octet >= 0 && octet != '\n'; octet = input.read()) {
            // the envelope is not part of the message
        }
        return Optional.of(new Message());
    }

    /** As much of the line ahead as tells whether a message begins with it. */
    private String line() throws IOException {
        input.mark(LONGEST);
        String text = new String(input.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        input.reset();
        return text;
    }

    /** Whether a text begins with such a line. */
    static boolean isFrom(String text) {
        return text.startsWith("From ") && hasTime(firstLine(text));
    }

    /** Whether such a line has the date and the time of RFC 4155, which nobody writes by chance. */
    private static boolean isDatedFrom(String text) {
        if (!isFrom(text)) {
            return false;
        }
        List<String> words = List.of(firstLine(text).split(" "));
        return IntStream.range(2, words.size() - 1)
                .anyMatch(at -> DAYS.contains(words.get(at)) && MONTHS.contains(words.get(at + 1)));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
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

        private boolean ended;

        @Override
        public int read() throws IOException {
            if (ended) {
                return -1;
            }
            int octet = input.read();
            if (octet == '\n') {
                boolean afterEmpty = length == 0;
                length = 0;
                ended = isEnd(afterEmpty);
            } else if (octet != '\r') {
                length++;
            }
            ended |= octet < 0;
            return octet;
        }

        private boolean isEnd(boolean afterEmpty) throws IOException {
            input.mark(1);
            boolean mayBe = input.read() == 'F';
            input.reset();
            return mayBe && (afterEmpty ? isFrom(line()) : isDatedFrom(line()));
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
