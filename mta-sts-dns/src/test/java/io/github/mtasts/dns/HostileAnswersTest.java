package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Whatever octets a server sends, a lookup ends with a status, and the resolver goes on. */
class HostileAnswersTest {

    private static final int ROUNDS = 2000;
    private static final Name TARGET = Name.fromConstantString("target.example.net.");

    private final Random random = new Random(8461);
    private final DatagramSocket server;
    private final DnsjavaResolver resolver;
    private volatile boolean hostile = true;

    HostileAnswersTest() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        resolver = DnsjavaResolver.at((InetSocketAddress) server.getLocalSocketAddress());
        Thread thread = new Thread(this::serve, "hostile-dns");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void closeAll() {
        resolver.close();
        server.close();
    }

    @Test
    void aDamagedTxtAnswerIsOneOutcomeOrAnother() {
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(resolver.resolveTxt("example.org").join().toString()).startsWith("Lookup[");
        }
        assertThatAllIsWell();
    }

    @Test
    void aDamagedMxAnswerIsOneOutcomeOrAnother() {
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(resolver.resolveMx("example.org").join().toString()).startsWith("Lookup[");
        }
        assertThatAllIsWell();
    }

    private void assertThatAllIsWell() {
        hostile = false;
        assertThat(resolver.resolveTxt("example.org").join().status()).isEqualTo(FOUND);
        assertThat(resolver.openChannels().join()).isZero();
    }

    /** A damaged answer that may be waited past, and then one that is not damaged, so that each lookup ends soon. */
    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[1232], 1232);
        try {
            while (true) {
                server.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (hostile) {
                    send(damaged(found(query)), packet);
                }
                send(found(query), packet);
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] damaged(byte[] octets) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            octets[2 + random.nextInt(octets.length - 2)] = (byte) random.nextInt(256);
        }
        boolean cut = random.nextInt(4) == 0;
        return cut ? Arrays.copyOf(octets, 12 + random.nextInt(octets.length - 12)) : octets;
    }

    private static byte[] found(Message query) {
        Name owner = query.getQuestion().getName();
        Message answer = ScriptedServer.answer(query);
        answer.addRecord(new CNAMERecord(owner, DClass.IN, 60, TARGET), Section.ANSWER);
        answer.addRecord(
                query.getQuestion().getType() == Type.MX
                        ? new MXRecord(TARGET, DClass.IN, 60, 10, owner)
                        : new TXTRecord(TARGET, DClass.IN, 60, "v=STSv1; id=1"),
                Section.ANSWER);
        answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        return answer.toWire(Message.MAXLENGTH);
    }

    private void send(byte[] octets, DatagramPacket to) throws IOException {
        server.send(new DatagramPacket(octets, octets.length, to.getSocketAddress()));
    }
}
