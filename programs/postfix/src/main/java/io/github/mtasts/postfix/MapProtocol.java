package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.Optional;

/** A protocol by which Postfix queries a table over a connection. */
interface MapProtocol {

    /**
     * Takes the next request from what has arrived.
     *
     * @param in octets so far; those of the request are consumed
     * @param limit the most octets of a request
     * @return empty when the request is incomplete
     * @throws CorruptedFrameException when it cannot become a request
     */
    Optional<Request> next(ByteBuf in, int limit);

    Octets reply(Answer answer);

    /** The label in the metrics. */
    String label();

    /** The protocol that begins with this octet: a netstring with a digit, {@code get} with a letter. */
    static MapProtocol of(byte first) {
        return first >= '0' && first <= '9' ? Socketmap.INSTANCE : TcpTable.INSTANCE;
    }
}
