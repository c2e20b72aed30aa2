package io.github.mtasts.jakartamail;

/** The exception, inside those of the mail API, that says what went wrong. */
final class Reasons {

    private Reasons() {}

    static String innermost(Exception failed) {
        Throwable cause = cause(failed);
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }

    static Throwable cause(Exception failed) {
        Throwable cause = failed;
        for (int depth = 0; depth < 20 && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
