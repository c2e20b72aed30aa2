package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What is on the wire, seen with raw sockets. */
class DnsServerTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAnswerIsThatOfARecursiveResolver() throws IOException {
        world.name(NAME).txt("v=STSv1; id=1");

        Message answer = overUdp(query(NAME, Type.TXT));

        assertThat(answer.getHeader().getFlag(Flags.QR)).isTrue();
        assertThat(answer.getHeader().getFlag(Flags.RA)).isTrue();
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(rdata(answer)).isEqualTo("\"v=STSv1; id=1\"");
    }

    @Test
    void aChainOfAliasesComesWithWhatStandsBehindIt() throws IOException {
        world.name(NAME).via("a.example.net", "b.example.net").txt("x");

        assertThat(rdata(overUdp(query(NAME, Type.TXT)))).isEqualTo("a.example.net., b.example.net., \"x\"");
    }

    @Test
    void aTypeThatANameLacksIsDeniedWithASoa() throws IOException {
        world.name(NAME).txt("x");

        Message answer = overUdp(query(NAME, Type.MX));

        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(answer.getSection(Section.AUTHORITY))
                .extracting(Record::getType)
                .containsExactly(Type.SOA);
    }

    @ParameterizedTest
    @CsvSource({
        "_mta-sts.example.org, NOERROR",
        "example.org, NOERROR",
        "other.example.org, NXDOMAIN",
        "a._mta-sts.example.org, NXDOMAIN"
    })
    void aNameExistsWhenItOrOneBelowItWasDeclared(String name, String rcode) throws IOException {
        world.name(NAME);

        assertThat(Rcode.string(overUdp(query(name, Type.A)).getRcode())).isEqualTo(rcode);
    }

    @ParameterizedTest
    @CsvSource({"NXDOMAIN", "SERVFAIL", "REFUSED"})
    void aResponseCodeComesOverUdpAndTcp(DnsFault fault) throws IOException {
        world.name(NAME).txt("x").fault(fault);

        assertThat(Rcode.string(overUdp(query(NAME, Type.TXT)).getRcode())).isEqualTo(fault.name());
        assertThat(Rcode.string(overTcp(query(NAME, Type.TXT)).getRcode())).isEqualTo(fault.name());
    }

    @Test
    void aFaultOfOneTypeLeavesTheOthers() throws IOException {
        world.name(NAME).address("192.0.2.1").fault("AAAA", DnsFault.SERVFAIL);

        assertThat(rdata(overUdp(query(NAME, Type.A)))).isEqualTo("192.0.2.1");
        assertThat(overUdp(query(NAME, Type.AAAA)).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void aTruncatedAnswerIsWholeOverTcp() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.TRUNCATED);

        Message cut = overUdp(query(NAME, Type.TXT));

        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(cut.getSection(Section.ANSWER)).isEmpty();
        assertThat(rdata(overTcp(query(NAME, Type.TXT)))).isEqualTo("\"x\"");
    }

    @Test
    void whatTheClientHasNoRoomForIsTruncated() throws IOException {
        world.name(NAME).txt("x".repeat(600));
        Message roomy = query(NAME, Type.TXT);
        roomy.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);

        assertThat(overUdp(query(NAME, Type.TXT)).getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(overUdp(roomy).getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void falseAnswersComeBeforeTheTrueOne() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.WRONG_ID_FIRST);
        Message query = query(NAME, Type.TXT);

        try (DatagramSocket socket = send(query)) {
            Message wrongId = receive(socket);
            Message wrongQuestion = receive(socket);
            Message right = receive(socket);

            assertThat(wrongId.getHeader().getID())
                    .isNotEqualTo(query.getHeader().getID());
            assertThat(wrongId.getRcode()).isEqualTo(Rcode.NXDOMAIN);
            assertThat(wrongQuestion.getHeader().getID())
                    .isEqualTo(query.getHeader().getID());
            assertThat(wrongQuestion.getQuestion()).isNotEqualTo(query.getQuestion());
            assertThat(rdata(right)).isEqualTo("\"x\"");
        }
    }

    @Test
    void silenceIsSilence() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.SILENCE);

        try (DatagramSocket socket = send(query(NAME, Type.TXT))) {
            socket.setSoTimeout(100);
            assertThatThrownBy(() -> receive(socket)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void garbageHasTheRightIdAndCannotBeRead() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.GARBAGE);
        Message query = query(NAME, Type.TXT);

        try (DatagramSocket socket = send(query)) {
            byte[] octets = octets(socket);

            assertThat((octets[0] & 0xFF) << 8 | (octets[1] & 0xFF))
                    .isEqualTo(query.getHeader().getID());
            assertThatThrownBy(() -> new Message(octets)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void ednsCanBeUnknown() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.NO_EDNS);
        Message modern = query(NAME, Type.TXT);
        modern.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);

        assertThat(overUdp(modern).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(rdata(overUdp(query(NAME, Type.TXT)))).isEqualTo("\"x\"");
    }

    @Test
    void aBrokenQueryDoesNotHurtTheServer() throws IOException {
        world.name(NAME).txt("x");
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(world.dns());
            socket.send(new DatagramPacket(new byte[] {1, 2, 3}, 3));
        }

        assertThat(rdata(overUdp(query(NAME, Type.TXT)))).isEqualTo("\"x\"");
    }

    @Test
    void severalQueriesShareOneConnection() throws IOException {
        world.name(NAME).txt("x");

        try (Socket connection =
                new Socket(world.dns().getAddress(), world.dns().getPort())) {
            assertThat(rdata(exchange(connection, query(NAME, Type.TXT)))).isEqualTo("\"x\"");
            assertThat(rdata(exchange(connection, query(NAME, Type.TXT)))).isEqualTo("\"x\"");
        }
    }

    @Test
    void closingEndsTheConnections() throws IOException {
        try (Socket connection =
                new Socket(world.dns().getAddress(), world.dns().getPort())) {
            exchange(connection, query(NAME, Type.TXT));

            world.close();

            assertThat(connection.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(DnsZone.name(name), type, DClass.IN));
    }

    private static String rdata(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .collect(Collectors.joining(", "));
    }

    private Message overUdp(Message query) throws IOException {
        try (DatagramSocket socket = send(query)) {
            return receive(socket);
        }
    }

    private Message overTcp(Message query) throws IOException {
        try (Socket connection =
                new Socket(world.dns().getAddress(), world.dns().getPort())) {
            return exchange(connection, query);
        }
    }

    private static Message exchange(Socket connection, Message query) throws IOException {
        byte[] octets = query.toWire();
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.writeShort(octets.length);
        out.write(octets);
        DataInputStream in = new DataInputStream(connection.getInputStream());
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    private DatagramSocket send(Message query) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
        socket.connect(world.dns());
        byte[] octets = query.toWire(Message.MAXLENGTH);
        socket.send(new DatagramPacket(octets, octets.length));
        return socket;
    }

    private static Message receive(DatagramSocket socket) throws IOException {
        return new Message(octets(socket));
    }

    private static byte[] octets(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
