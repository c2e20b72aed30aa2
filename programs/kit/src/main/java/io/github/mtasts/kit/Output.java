package io.github.mtasts.kit;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output in UTF-8 whatever the locale, which unlike {@link System#out} says when it can no longer be written. */
public final class Output {

    private static final int BUFFER = 1 << 16;

    /** It cannot be written any more, because nobody reads it or there is no room. */
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Closed(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        boolean isBrokenPipe() {
            return String.valueOf(getMessage()).contains("Broken pipe");
        }
    }

    private final OutputStream stream;
    private boolean failed;

    private Output(OutputStream stream) {
        this.stream = stream;
    }

    static Output standard() {
        return new Output(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
    }

    /**
     * Prints text, which stays in a buffer until that is full, flushed, or the program ends.
     *
     * @throws Closed when it can no longer be written
     */
    public void print(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw failure(cause);
        }
    }

    /**
     * Lets readers see what was printed. Fails once: after that, there is nothing left to flush.
     *
     * @throws Closed when it can no longer be written
     */
    public void flush() {
        try {
            if (!failed) {
                stream.flush();
            }
        } catch (IOException cause) {
            throw failure(cause);
        }
    }

    private Closed failure(IOException cause) {
        failed = true;
        return new Closed(cause);
    }
}
