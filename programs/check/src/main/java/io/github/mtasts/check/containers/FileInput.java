package io.github.mtasts.check.containers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file below its containers: when reading it fails, the disk is to blame, not what is in it. */
final class FileInput extends FilterInputStream {

    /** The file cannot be read. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException why;

        private Unreadable(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    FileInput(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException cause) {
            throw new Unreadable(cause);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException cause) {
            throw new Unreadable(cause);
        }
    }
}
