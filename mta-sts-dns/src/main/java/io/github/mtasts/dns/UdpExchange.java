package io.github.mtasts.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/**
 * A query over UDP, from its own socket and so a random port, connected so that only the server is heard. Datagrams
 * that are not the answer are ignored.
 */
final class UdpExchange extends Exchange {

    UdpExchange(EventLoop loop, InetSocketAddress server, QueryMessage query, Outcome outcome) {
        super(loop, server, query, outcome);
    }

    @Override
    void open() throws IOException {
        DatagramChannel udp = opened(DatagramChannel.open());
        loop.register(udp, SelectionKey.OP_READ, this);
        udp.connect(server);
        udp.write(ByteBuffer.wrap(query.octets()));
    }

    @Override
    boolean isConnected() {
        return false;
    }

    @Override
    @Nullable
    Message proceed(SelectionKey key) throws IOException {
        ByteBuffer datagram = loop.buffer();
        int length = ((DatagramChannel) key.channel()).read(datagram);
        return length <= 0 ? null : query.answerIn(datagram.flip());
    }
}
