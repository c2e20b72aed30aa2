package io.github.mtasts.http;

import io.github.mtasts.issue.RemoteText;
import java.io.EOFException;
import java.util.Objects;

/** Describes a failure to people. Text from servers is escaped and bounded. */
final class Words {

    private static final int DEPTH = 10;

    private Words() {}

    /** The message of the innermost cause, the most precise one, but never of an EOFException, which says less. */
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
