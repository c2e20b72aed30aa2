package io.github.mtasts.check.containers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The content of an entry of a zip archive, held against its checksum; packed as it is where the method is not known. */
final class ZipContent extends InputStream {

    private final PushbackInputStream input;
    private final ZipMethod method;
    private final boolean sized;
    private final InputStream packed;
    private final InputStream unpacked;
    private final CRC32 sum = new CRC32();
    private int checksum;
    private boolean ended;
    private boolean isBehind;

    /** The inflater is at rest; the size is of what is packed, and counts for nothing where a descriptor has it. */
    ZipContent(PushbackInputStream input, Inflater inflater, ZipMethod method, int checksum, long size) {
        this.input = input;
        this.method = method;
        this.checksum = checksum;
        this.sized = !method.isDescribed() || size > 0;
        boolean inflates = method.isDeflated() && method.unreadable().isEmpty();
        this.packed = sized ? new Sized(input, size) : inflates ? input : new ZipDescribed(input);
        inflater.reset();
        this.unpacked = inflates ? new Inflating(packed, inflater) : packed;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = ended ? -1 : unpacked.read(buffer, offset, length);
        if (read > 0) {
            sum.update(buffer, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            if (!sized && unpacked instanceof Inflating inflating) {
                inflating.giveBack(input);
            }
            end();
            if (method.unreadable().isEmpty() && (int) sum.getValue() != checksum) {
                throw new ZipException("the checksum is wrong");
            }
        }
        return read;
    }

    /** Goes behind the entry. */
    void leave() throws IOException {
        if (packed == input && !ended) {
            throw new ZipException("only what is whole has an end");
        }
        end();
    }

    /** Behind what is packed, of which an inflater may leave some, and its descriptor. */
    private void end() throws IOException {
        if (isBehind) {
            return;
        }
        if (packed != input) {
            packed.transferTo(OutputStream.nullOutputStream());
        }
        if (method.isDescribed()) {
            checksum = ZipDescribed.checksum(input);
        }
        isBehind = true;
    }

    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream input, Inflater inflater) {
            super(input, inflater, 512);
        }

        void giveBack(PushbackInputStream input) throws IOException {
            input.unread(buf, len - inf.getRemaining(), inf.getRemaining());
        }
    }

    private static final class Sized extends InputStream {

        private final InputStream input;
        private long left;

        Sized(InputStream input, long size) {
            this.input = input;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = input.read(buffer, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }
    }
}
