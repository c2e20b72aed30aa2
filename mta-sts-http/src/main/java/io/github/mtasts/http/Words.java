package io.github.mtasts.http;

import io.github.mtasts.issue.RemoteText;
import java.util.Objects;

/** Puts a failure into words for people. What servers had a say in is escaped and bounded. */
final class Words {

    private static final int DEPTH = 10;

    private Words() {}

    /** The message of the innermost cause, which knows best. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        for (int i = 0; i < DEPTH && innermost.getCause() != null; i++) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return RemoteText.escape(
                Objects.requireNonNullElse(message, innermost.getClass().getSimpleName()));
    }
}
