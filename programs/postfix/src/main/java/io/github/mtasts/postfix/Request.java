package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client.
 *
 * @param protocol in which it came, and is answered
 * @param key what is looked up; empty when this is not a lookup
 */
record Request(MapProtocol protocol, Optional<Octets> key) {

    /** Cuts what a client sends into requests. The first octet of a connection identifies the protocol. */
    static final class Decoder extends ByteToMessageDecoder {

        private final int limit;
        private @Nullable MapProtocol protocol;

        Decoder(int limit) {
            this.limit = limit;
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (protocol == null) {
                protocol = MapProtocol.of(in.getByte(in.readerIndex()));
            }
            protocol.next(in, limit).ifPresent(out::add);
        }
    }
}
