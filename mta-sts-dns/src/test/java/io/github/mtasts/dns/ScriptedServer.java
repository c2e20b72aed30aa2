package io.github.mtasts.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/**
 * A UDP server for what the loopback world does not do: at each query, counted from 1, it sends what a script says, each
 * message to the client that used its id.
 */
final class ScriptedServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final BiFunction<Integer, Message, List<Message>> script;

    ScriptedServer(BiFunction<Integer, Message, List<Message>> script) throws IOException {
        this.script = script;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::serve, "scripted-dns");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** An answer to the query, without records. */
    static Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        Map<Integer, SocketAddress> askers = new HashMap<>();
        try {
            for (int count = 1; ; count++) {
                socket.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                askers.put(query.getHeader().getID(), packet.getSocketAddress());
                for (Message answer : script.apply(count, query)) {
                    byte[] octets = answer.toWire(Message.MAXLENGTH);
                    socket.send(new DatagramPacket(
                            octets, octets.length, askers.get(answer.getHeader().getID())));
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
