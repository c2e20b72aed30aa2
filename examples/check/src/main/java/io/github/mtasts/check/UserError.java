package io.github.mtasts.check;

/** A mistake that the user can mend, told in one sentence. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }

    UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
