package io.github.mtasts.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when the header of an archive's entry is endless: archives may have names as long as they like, read into memory. */
final class HeaderGate extends FilterInputStream {

    private static final int MOST_OCTETS = 1 << 20;

    private int left = Integer.MAX_VALUE;

    HeaderGate(InputStream input) {
        super(input);
    }

    void beginHeader() {
        left = MOST_OCTETS;
    }

    void endHeader() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        spend(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long octets) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(octets, 1 << 13)]));
    }

    private void spend(int octets) throws IOException {
        left -= left == Integer.MAX_VALUE ? 0 : octets;
        if (left < 0) {
            throw new IOException("the header of an entry is endless");
        }
    }
}
