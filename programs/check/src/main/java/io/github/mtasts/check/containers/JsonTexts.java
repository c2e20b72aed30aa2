package io.github.mtasts.check.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The JSON texts of a file, one behind the other, each on a line of its own or not. A text that is broken takes no other with
 * it: an object at the beginning of a line begins the next text where JSON allows no object.
 */
final class JsonTexts {

    private final InputStream input;
    private final byte[] buffer = new byte[1 << 13];
    private Text text = new Text(true);
    private int from;
    private int to;

    /** Reads ahead. */
    JsonTexts(InputStream input) {
        this.input = input;
    }

    /** All of a file that begins with neither an object nor an array; there is always one, if an empty one. */
    InputStream first() {
        return text;
    }

    /** Whether anything but blanks follows; goes behind the text before, whatever was read of it. */
    boolean hasNext() throws IOException {
        text.transferTo(OutputStream.nullOutputStream());
        while (isBlank(peek())) {
            from++;
        }
        return peek() >= 0;
    }

    InputStream next() {
        text = new Text(false);
        return text;
    }

    private int peek() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, input.read(buffer));
        }
        return from == to ? -1 : buffer[from] & 0xFF;
    }

    /** RFC 8259, section 2. */
    private static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
    }

    private final class Text extends InputStream {

        private final boolean isFirst;

        /** The octets that open and close it, and how many are open; 0 where something else is before. */
        private int opening;

        private int closing;
        private int open;

        private boolean quoted;
        private boolean escaped;

        /** The last octet that is not blank. */
        private int last;

        private boolean isLineStart;
        private boolean ended;

        Text(boolean isFirst) {
            this.isFirst = isFirst;
        }

        @Override
        public int read() throws IOException {
            int octet = ended ? -1 : peek();
            ended = octet < 0 || isNext(octet);
            if (ended) {
                return -1;
            }
            from++;
            note(octet);
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

        /** Whether another text begins there. */
        private boolean isNext(int octet) {
            if (octet != '{') {
                return false;
            }
            return opening == 0
                    ? !isFirst && last != 0
                    : isLineStart && (quoted || (last != '[' && last != ',' && last != ':'));
        }

        private void note(int octet) {
            if (quoted) {
                quoted = escaped || octet != '"';
                escaped = !escaped && octet == '\\';
            } else if (octet == '"') {
                quoted = true;
            } else if (last == 0 && (octet == '{' || octet == '[')) {
                opening = octet;
                closing = octet + 2;
                open = 1;
            } else if (octet == opening) {
                open++;
            } else if (octet == closing) {
                ended = --open == 0;
            }
            last = isBlank(octet) || (opening == 0 && isOfByteOrderMark(octet)) ? last : octet;
            isLineStart = octet == '\n';
        }

        private boolean isOfByteOrderMark(int octet) {
            return octet == 0xEF || octet == 0xBB || octet == 0xBF;
        }
    }
}
