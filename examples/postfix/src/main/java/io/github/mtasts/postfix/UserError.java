package io.github.mtasts.postfix;

import java.net.InetSocketAddress;

/** A mistake that the user can mend, told in one sentence. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }

    UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static UserError cannotListen(InetSocketAddress address, Throwable cause) {
        return new UserError(
                "cannot listen on " + ServerAddress.shown(address) + ": " + cause.getMessage()
                        + "; is another server running there?",
                cause);
    }
}
