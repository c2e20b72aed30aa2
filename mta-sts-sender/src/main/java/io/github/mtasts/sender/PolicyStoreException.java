package io.github.mtasts.sender;

/** A store that failed: a damaged file, a full disk, an unreachable database. The message names it. */
public final class PolicyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What went wrong, for people.
     *
     * @param message names the file or the database
     * @param cause what the driver threw
     */
    public PolicyStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * What went wrong, for people.
     *
     * @param message names the file or the database
     */
    public PolicyStoreException(String message) {
        super(message);
    }
}
