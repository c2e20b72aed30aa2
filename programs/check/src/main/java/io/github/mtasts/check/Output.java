package io.github.mtasts.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output in UTF-8 whatever the locale, which unlike {@link System#out} says when it can no longer be written. */
final class Output {

    /** Nobody reads any more, or there is no room: nothing is left to do. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Closed(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        boolean isBrokenPipe() {
            return String.valueOf(getMessage()).contains("Broken pipe");
        }
    }

    private final OutputStream stream;
    private boolean failed;

    Output(OutputStream stream) {
        this.stream = stream;
    }

    void print(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw failure(cause);
        }
    }

    /** Says once that it failed; after that, there is nothing to flush any more. */
    void flush() {
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
