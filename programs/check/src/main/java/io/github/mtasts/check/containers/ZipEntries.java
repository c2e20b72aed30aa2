package io.github.mtasts.check.containers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The entries of a zip archive (APPNOTE.TXT, section 4.3), by their local headers: so one in a mail or a pipe is read, and one
 * that was cut off as far as it goes. An entry that is encrypted, packed otherwise or damaged costs no other.
 */
final class ZipEntries implements ArchiveEntries {

    private static final int LOCAL_HEADER = 0x04034B50;

    /** What follows the last entry: archive extra data, the central directory, and its ends. */
    private static final List<Integer> BEHIND = List.of(0x08064B50, 0x02014B50, 0x06064B50, 0x06054B50);

    private static final int HEADER_LENGTH = 26;
    private static final long IN_EXTRA_FIELD = 0xFFFF_FFFFL;

    /** An inflater takes more than it needs, and a descriptor is looked for; both give back. */
    private static final int MOST_GIVEN_BACK = 1 << 10;

    private final PushbackInputStream input;
    private final Inflater inflater = new Inflater(true);
    private Optional<ZipContent> content = Optional.empty();

    ZipEntries(InputStream input) {
        this.input = new PushbackInputStream(input, MOST_GIVEN_BACK);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        int signature = number(4).getInt();
        if (BEHIND.contains(signature)) {
            return Optional.empty();
        }
        if (signature != LOCAL_HEADER) {
            throw new ZipException("no entry begins here");
        }
        ByteBuffer header = number(HEADER_LENGTH);
        ZipMethod method = new ZipMethod(header.getShort(4) & 0xFFFF, header.getShort(2));
        byte[] name = octets(header.getShort(22) & 0xFFFF);
        byte[] extra = octets(header.getShort(24) & 0xFFFF);
        long packed = header.getInt(14) & 0xFFFF_FFFFL;
        ZipContent next = new ZipContent(
                input, inflater, method, header.getInt(10), packed == IN_EXTRA_FIELD ? packed(extra) : packed);
        content = Optional.of(next);
        return Optional.of(new Entry(
                new String(name, method.isUtf8() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
                method.unreadable(),
                next));
    }

    /** Section 4.5.3: behind the size before packing, in the extra field 1. */
    private static long packed(byte[] extra) throws ZipException {
        ByteBuffer fields = little(extra);
        while (fields.remaining() >= 20) {
            int id = fields.getShort() & 0xFFFF;
            int length = fields.getShort() & 0xFFFF;
            if (id == 1 && length >= 16) {
                return fields.getLong(fields.position() + 8);
            }
            fields.position(Math.min(fields.limit(), fields.position() + length));
        }
        throw new ZipException("a size is missing");
    }

    private ByteBuffer number(int length) throws IOException {
        return little(octets(length));
    }

    private static ByteBuffer little(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] octets(int length) throws IOException {
        byte[] octets = input.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException();
        }
        return octets;
    }

    @Override
    public void leave() throws IOException {
        if (content.isPresent()) {
            content.get().leave();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
