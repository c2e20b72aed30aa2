package io.github.mtasts.http;

import io.github.mtasts.issue.RemoteText;
import java.io.EOFException;
import java.util.Objects;

/** Puts a failure into words for people. What servers had a say in is escaped and bounded. */
final class Words {

    private static final int DEPTH = 10;

    private Words() {}

    /** The message of the innermost cause, which knows best; but not that a stream ended, as whoever read it can say what was missing. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        for (int i = 0; i < DEPTH; i++) {
            Throwable cause = innermost.getCause();
            if (cause == null || cause instanceof EOFException) {
                break;
            }
            innermost = cause;
        }
        String message = innermost.getMessage();
        return RemoteText.escape(
                Objects.requireNonNullElse(message, innermost.getClass().getSimpleName()));
    }
}
