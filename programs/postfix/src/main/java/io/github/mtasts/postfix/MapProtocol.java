package io.github.mtasts.postfix;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.Optional;

/** How Postfix asks a table over a connection, and is answered. */
interface MapProtocol {

    /**
     * Takes the next request out of what has arrived.
     *
     * @param in octets so far; what is taken is read
     * @param limit the most octets of a request
     * @return empty when more has to arrive
     * @throws CorruptedFrameException when no request can come of it
     */
    Optional<Request> next(ByteBuf in, int limit);

    /** The octets of a reply, one character an octet. */
    String reply(Answer answer);

    /** The label of the metrics. */
    String label();

    /** The protocol that begins with this octet: a netstring with a digit, {@code get} with a letter. */
    static MapProtocol of(byte first) {
        return first >= '0' && first <= '9' ? Socketmap.INSTANCE : TcpTable.INSTANCE;
    }
}
