package io.github.mtasts.check.containers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is packed in an entry of a zip archive whose size stands in a descriptor behind it (APPNOTE.TXT, section 4.3.9): it ends
 * where a descriptor says that so many octets are before it.
 */
final class ZipDescribed extends InputStream {

    private static final int SIGNATURE = 0x08074B50;

    /** A signature, a checksum, and two sizes of 8 octets. */
    private static final int LONGEST = 24;

    private final PushbackInputStream input;
    private long count;

    ZipDescribed(PushbackInputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        int octet = input.read();
        if (octet < 0) {
            throw new EOFException();
        }
        if (octet == 'P') {
            input.unread(octet);
            if (isDescriptor(ahead(input, LONGEST))) {
                return -1;
            }
            input.read();
        }
        count++;
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

    private boolean isDescriptor(ByteBuffer ahead) {
        return ahead.limit() >= 16
                && ahead.getInt(0) == SIGNATURE
                && ((ahead.getInt(8) & 0xFFFF_FFFFL) == count
                        || (ahead.limit() == LONGEST && ahead.getLong(8) == count));
    }

    private static ByteBuffer ahead(PushbackInputStream input, int length) throws IOException {
        byte[] octets = input.readNBytes(length);
        input.unread(octets);
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a descriptor: its signature may be missing, and its sizes may be long, as shows in what follows it. */
    static int checksum(PushbackInputStream input) throws IOException {
        ByteBuffer ahead = ahead(input, LONGEST + 2);
        if (ahead.limit() < 12) {
            throw new EOFException();
        }
        int checksum = ahead.getInt(0) == SIGNATURE ? 4 : 0;
        boolean isLong = isNext(ahead, checksum + 20) && !isNext(ahead, checksum + 12);
        input.skipNBytes(checksum + (isLong ? 20 : 12));
        return ahead.getInt(checksum);
    }

    /** Whether the signature of what comes next begins there. */
    private static boolean isNext(ByteBuffer ahead, int at) {
        return ahead.limit() >= at + 2 && ahead.get(at) == 'P' && ahead.get(at + 1) == 'K';
    }
}
