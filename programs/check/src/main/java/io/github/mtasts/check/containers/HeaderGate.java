package io.github.mtasts.check.containers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fails when the header of an archive's entry is endless: archives may have names as long as they like, read into memory.
 * Knows whether there was a block of zeros where a header is expected, which ends a tar archive.
 */
final class HeaderGate extends FilterInputStream {

    private static final int MOST_OCTETS = 1 << 20;
    private static final int BLOCK = 512;

    private int left = Integer.MAX_VALUE;

    /** Where in its block the next octet is. */
    private int place;

    private boolean onlyZeros;
    private boolean sawZeros;

    HeaderGate(InputStream input) {
        super(input);
    }

    void beginHeader() {
        left = MOST_OCTETS;
        sawZeros = false;
    }

    void endHeader() {
        left = Integer.MAX_VALUE;
    }

    /** Since the header began. */
    boolean sawZeros() {
        return sawZeros;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = 0; i < read; i++) {
            note(buffer[offset + i]);
        }
        spend(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long octets) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(octets, 1 << 13)]));
    }

    /** What is read stays read: a block is counted once. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void note(byte octet) {
        onlyZeros = (place == 0 || onlyZeros) && octet == 0;
        place = (place + 1) % BLOCK;
        sawZeros |= place == 0 && onlyZeros;
    }

    private void spend(int octets) throws IOException {
        left -= left == Integer.MAX_VALUE ? 0 : octets;
        if (left < 0) {
            throw new IOException("the header of an entry is endless");
        }
    }
}
