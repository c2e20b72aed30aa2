package io.github.mtasts.james;

import java.util.Optional;

/** What a host says of itself in its answer to EHLO (RFC 5321, section 4.1.1.1). */
final class EhloReply {

    private static final int CODE = 4;
    private static final int LONGEST_DOMAIN = 255;

    private EhloReply() {}

    /** Bounded; empty when the host gives no name, or one that is none. */
    static Optional<String> hostName(String reply) {
        String name = reply.length() > CODE ? reply.substring(CODE).split("\\s", 2)[0] : "";
        return name.isEmpty() || name.length() > LONGEST_DOMAIN ? Optional.empty() : Optional.of(name);
    }
}
