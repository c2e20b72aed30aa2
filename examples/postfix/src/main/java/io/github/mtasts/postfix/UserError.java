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
                "cannot listen on " + shown(address) + ": " + cause.getMessage()
                        + "; is another server running there?",
                cause);
    }

    /** Address and port as users write them. */
    static String shown(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }
}
