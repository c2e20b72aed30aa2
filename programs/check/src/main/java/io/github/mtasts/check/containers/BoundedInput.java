package io.github.mtasts.check.containers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails if there are more octets than allowed: what is packed can unpack to a thousand times its size. */
final class BoundedInput extends FilterInputStream {

    /** A number of octets that several streams may share. */
    static final class Allowance {

        private final long most;
        private long left;

        Allowance(long most) {
            this.most = most;
            this.left = most;
        }

        private void spend(int octets) throws TooLarge {
            left -= octets;
            if (left < 0) {
                throw new TooLarge(most);
            }
        }
    }

    /** There are more octets than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLarge(long most) {
            super("it has more than " + (most >> 20) + " MiB");
        }
    }

    private final Allowance allowance;

    BoundedInput(InputStream input, Allowance allowance) {
        super(input);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        allowance.spend(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        allowance.spend(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long octets) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(octets, 1 << 13)]));
    }

    /** Leaves what it reads open: more may follow there. */
    @Override
    public void close() {
        // its owner closes it
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
