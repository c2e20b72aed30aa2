package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What makes it hard to forge an answer (RFC 5452). */
class SpoofingTest {

    private final DatagramSocket server;
    private final DnsjavaResolver resolver;

    SpoofingTest() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        resolver = DnsjavaResolver.at((InetSocketAddress) server.getLocalSocketAddress());
    }

    @AfterEach
    void closeAll() {
        resolver.close();
        server.close();
    }

    @Test
    void onlyTheServerThatWasAskedIsHeard() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt("example.org");
        DatagramPacket packet = receive();
        Message answer = ScriptedServer.answer(message(packet));
        Message forged = ScriptedServer.answer(message(packet));
        forged.getHeader().setRcode(Rcode.NXDOMAIN);

        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            send(stranger, forged, packet);
        }
        send(server, answer, packet);

        assertThat(lookup.join().status()).isEqualTo(NO_RECORDS);
    }

    @Test
    void eachQueryHasAnIdAndAPortOfItsOwn() throws IOException {
        Set<Integer> ids = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt("example.org");
            DatagramPacket packet = receive();
            ids.add(message(packet).getHeader().getID());
            ports.add(packet.getPort());
            lookup.cancel(true);
        }

        assertThat(ids).hasSizeGreaterThan(40);
        assertThat(ports).hasSizeGreaterThan(40);
    }

    private DatagramPacket receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1232], 1232);
        server.receive(packet);
        return packet;
    }

    private static Message message(DatagramPacket packet) throws IOException {
        return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    private static void send(DatagramSocket from, Message message, DatagramPacket to) throws IOException {
        byte[] octets = message.toWire(Message.MAXLENGTH);
        from.send(new DatagramPacket(octets, octets.length, to.getSocketAddress()));
    }
}
