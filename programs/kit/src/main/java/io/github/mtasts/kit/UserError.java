package io.github.mtasts.kit;

import java.net.InetSocketAddress;

/** An error that the user can fix, in one sentence. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For an error without a cause. */
    public UserError(String sentence) {
        super(sentence);
    }

    /** For an error that an exception revealed. */
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** When another server is using the port. */
    public static UserError portInUse(InetSocketAddress address, Throwable cause) {
        return new UserError(
                "cannot listen on " + ServerAddress.shown(address)
                        + ": another server is using this port. Stop it, or choose another port",
                cause);
    }

    /** When an address is in use, or does not belong to this machine. */
    public static UserError cannotListen(InetSocketAddress address, Throwable cause) {
        return new UserError(
                "cannot listen on " + ServerAddress.shown(address) + ": " + cause.getMessage()
                        + "; is another server running there?",
                cause);
    }
}
