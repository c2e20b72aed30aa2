package io.github.mtasts.service.check;

/** Too many checks are in progress and waiting, so no other check starts. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace. */
    public BusyException() {
        super("too many checks are waiting", null, false, false);
    }
}
