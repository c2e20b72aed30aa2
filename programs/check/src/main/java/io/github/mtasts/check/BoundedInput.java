package io.github.mtasts.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception where more comes than is allowed: what is unpacked can be a thousand times the file. */
final class BoundedInput extends FilterInputStream {

    /** There are more octets than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private long left;

    BoundedInput(InputStream input, long limit) {
        super(input);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int octets) throws TooLarge {
        left -= octets;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
