package io.github.mtasts.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.WireParseException;

/** A query over TCP, for answers that are too long for UDP: each message has its length before it (RFC 7766, section 8). */
final class TcpExchange extends Exchange {

    private static final int LENGTH = 2;

    private final ByteBuffer out;
    private ByteBuffer in = ByteBuffer.allocate(LENGTH);
    private boolean connected;
    private boolean lengthRead;

    TcpExchange(EventLoop loop, InetSocketAddress server, QueryMessage query, Outcome outcome) {
        super(loop, server, query, outcome);
        byte[] octets = query.octets();
        out = ByteBuffer.allocate(LENGTH + octets.length)
                .putShort((short) octets.length)
                .put(octets)
                .flip();
    }

    @Override
    void open() throws IOException {
        SocketChannel tcp = opened(SocketChannel.open());
        SelectionKey key = loop.register(tcp, SelectionKey.OP_CONNECT, this);
        if (tcp.connect(server)) {
            connected(key);
        }
    }

    @Override
    @Nullable
    Message proceed(SelectionKey key) throws IOException {
        SocketChannel tcp = (SocketChannel) key.channel();
        if (key.isConnectable() && tcp.finishConnect()) {
            connected(key);
        } else if (key.isWritable()) {
            tcp.write(out);
            if (!out.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } else if (key.isReadable()) {
            return read(tcp);
        }
        return null;
    }

    private void connected(SelectionKey key) {
        connected = true;
        key.interestOps(SelectionKey.OP_WRITE);
    }

    @Override
    boolean isConnected() {
        return connected;
    }

    private @Nullable Message read(SocketChannel tcp) throws IOException {
        if (tcp.read(in) < 0) {
            throw new EOFException("the connection ended before the answer");
        }
        if (in.hasRemaining()) {
            return null;
        }
        if (!lengthRead) {
            lengthRead = true;
            in = ByteBuffer.allocate(in.getShort(0) & 0xFFFF);
            return read(tcp);
        }
        Message answer = query.answerIn(in.flip());
        if (answer == null) {
            throw new WireParseException("the answer to another question");
        }
        return answer;
    }
}
