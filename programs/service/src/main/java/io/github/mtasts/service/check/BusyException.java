package io.github.mtasts.service.check;

/** So many checks are under way and waiting that no further one is begun. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("too many checks are waiting", null, false, false);
    }
}
