package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A server whose UDP answers are truncated, and what its connections may bring. */
class TcpExchangeTest {

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final DnsjavaResolver resolver;

    TcpExchangeTest() throws IOException {
        tcp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
        resolver = DnsjavaResolver.at((InetSocketAddress) tcp.getLocalSocketAddress());
    }

    @AfterEach
    void closeAll() throws IOException {
        resolver.close();
        tcp.close();
        udp.close();
    }

    @Test
    void anAnswerMayComeOctetByOctet() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = lookupThatIsTruncated();

        try (Socket connection = tcp.accept()) {
            connection.setTcpNoDelay(true);
            byte[] octets = found(query(connection)).toWire(Message.MAXLENGTH);
            for (int octet : new int[] {octets.length >> 8, octets.length}) {
                connection.getOutputStream().write(octet);
            }
            for (byte octet : octets) {
                connection.getOutputStream().write(octet);
            }

            assertThat(lookup.join().status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsAFailure() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = lookupThatIsTruncated();

        try (Socket connection = tcp.accept()) {
            query(connection);
            connection.getOutputStream().write(new byte[] {0, 100, 1, 2, 3});
        }

        assertThat(lookup.join().status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.join().detail()).contains("the connection ended before the answer");
    }

    @Test
    void theAnswerToAnotherQuestionIsABrokenAnswer() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = lookupThatIsTruncated();

        try (Socket connection = tcp.accept()) {
            Message answer = found(query(connection));
            answer.getHeader().setID(answer.getHeader().getID() ^ 1);
            send(connection, answer);

            assertThat(lookup.join().status()).isEqualTo(SERVER_FAILURE);
            assertThat(lookup.join().detail()).startsWith("a broken answer from");
        }
    }

    @Test
    void aMessageWithoutOctetsIsABrokenAnswer() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = lookupThatIsTruncated();

        try (Socket connection = tcp.accept()) {
            query(connection);
            connection.getOutputStream().write(new byte[] {0, 0, 0});

            assertThat(lookup.join().detail()).startsWith("a broken answer from");
        }
    }

    private CompletableFuture<Lookup<TxtRecord>> lookupThatIsTruncated() throws IOException {
        CompletableFuture<Lookup<TxtRecord>> lookup = resolver.resolveTxt("example.org");
        DatagramPacket packet = new DatagramPacket(new byte[1232], 1232);
        udp.receive(packet);
        Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        Message truncated = ScriptedServer.answer(query);
        truncated.getHeader().setFlag(Flags.TC);
        byte[] octets = truncated.toWire(Message.MAXLENGTH);
        udp.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
        return lookup;
    }

    private static Message query(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    private static Message found(Message query) {
        Message answer = ScriptedServer.answer(query);
        answer.addRecord(new TXTRecord(query.getQuestion().getName(), DClass.IN, 60, "v=STSv1"), Section.ANSWER);
        return answer;
    }

    private static void send(Socket connection, Message message) throws IOException {
        byte[] octets = message.toWire(Message.MAXLENGTH);
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.writeShort(octets.length);
        out.write(octets);
    }
}
