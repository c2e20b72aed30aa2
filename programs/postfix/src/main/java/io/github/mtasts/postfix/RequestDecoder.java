package io.github.mtasts.postfix;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what a client sends into requests. The first octet of a connection says which protocol the client speaks. */
final class RequestDecoder extends ByteToMessageDecoder {

    private final int limit;
    private @Nullable MapProtocol protocol;

    RequestDecoder(int limit) {
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
