package io.github.mtasts.kit;

import java.net.InetSocketAddress;

/** A mistake that the user can mend, told in one sentence. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a mistake that nothing else brought to light. */
    public UserError(String sentence) {
        super(sentence);
    }

    /** For a mistake that came to light by an exception. */
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** When another server has the port. */
    public static UserError portInUse(InetSocketAddress address, Throwable cause) {
        return new UserError(
                "cannot listen on " + ServerAddress.shown(address)
                        + ": another server has this port. Stop it, or choose" + " another port",
                cause);
    }

    /** When an address is in use, or not one of this machine. */
    public static UserError cannotListen(InetSocketAddress address, Throwable cause) {
        return new UserError(
                "cannot listen on " + ServerAddress.shown(address) + ": " + cause.getMessage()
                        + "; is another server running there?",
                cause);
    }
}
