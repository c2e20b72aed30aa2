package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.RESOLVER_UNREACHABLE;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static io.github.mtasts.spi.LookupStatus.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Which server is asked, how often, and when the next. */
class ServersTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld first = MtaStsWorld.start();
    private final MtaStsWorld second = MtaStsWorld.start();

    @BeforeEach
    void theSecondServerKnowsTheRecord() {
        second.name(NAME).txt("v=STSv1; id=2");
    }

    @AfterEach
    void closeAll() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = DnsFault.class,
            names = {"SERVFAIL", "REFUSED", "SILENCE", "GARBAGE"})
    void theNextServerIsAskedWhenOneFails(DnsFault fault) {
        first.name(NAME).fault(fault);

        assertThat(ask(first.dns(), second.dns()).records()).containsExactly(TxtRecord.of("v=STSv1; id=2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DnsFault.class,
            names = {"NXDOMAIN", "NODATA"})
    void theFirstServersDenialCounts(DnsFault fault) {
        first.name(NAME).fault(fault);

        assertThat(ask(first.dns(), second.dns()).status()).isNotEqualTo(FOUND);
    }

    @ParameterizedTest
    @EnumSource(
            value = DnsFault.class,
            names = {"SERVFAIL", "SILENCE", "GARBAGE"})
    void aServerIsNotNamedWhereThatIsNotWanted(DnsFault fault) {
        first.name(NAME).fault(fault);

        assertThat(unnamed(first.dns())).contains("the name server").doesNotContain("127.0.0.1");
    }

    @Test
    void aServerThatIsUnreachableIsNotNamedWhereThatIsNotWanted() throws IOException {
        assertThat(unnamed(closedPort()))
                .startsWith("the name server is unreachable")
                .doesNotContain("127.0.0.1");
    }

    private static String unnamed(InetSocketAddress server) {
        try (DnsjavaResolver resolver = DnsjavaResolver.builder()
                .servers(server)
                .unnamedServers()
                .timeout(Duration.ofMillis(300))
                .retries(0)
                .build()) {
            return resolver.resolveTxt(NAME).join().detail();
        }
    }

    @Test
    void theNextServerIsAskedWhenOneIsUnreachable() throws IOException {
        assertThat(ask(closedPort(), second.dns()).status()).isEqualTo(FOUND);
    }

    @Test
    void anUnreachableServerIsOurTroubleAndIsNamed() throws IOException {
        InetSocketAddress closed = closedPort();

        Lookup<TxtRecord> lookup = ask(closed);

        assertThat(lookup.status()).isEqualTo(RESOLVER_UNREACHABLE);
        assertThat(lookup.detail())
                .startsWith("127.0.0.1:" + closed.getPort() + " is unreachable: nothing listens there");
    }

    @Test
    void aServerOnANetworkThatThisMachineDoesNotHaveIsUnreachable() {
        Lookup<TxtRecord> lookup = ask(new InetSocketAddress("255.255.255.255", 53));

        assertThat(lookup.status()).isEqualTo(RESOLVER_UNREACHABLE);
        assertThat(lookup.detail()).startsWith("255.255.255.255:53 is unreachable: ");
    }

    @Test
    void addressesThatCannotBeAskedForAreOurTroubleToo() throws IOException {
        try (DnsjavaResolver resolver = DnsjavaResolver.at(closedPort())) {
            assertThat(resolver.resolveAddresses("example.org").join().status()).isEqualTo(RESOLVER_UNREACHABLE);
        }
    }

    @Test
    void oneServerThatAnswersAFailureWasReached() throws IOException {
        second.name(NAME).fault(DnsFault.SERVFAIL);

        assertThat(ask(closedPort(), second.dns()).status()).isEqualTo(SERVER_FAILURE);
    }

    @Test
    void silenceBesideAnUnreachableServerStaysSilence() throws IOException {
        InetSocketAddress closed = closedPort();
        second.name(NAME).fault(DnsFault.SILENCE);

        Lookup<TxtRecord> lookup = ask(Duration.ofMillis(500), closed, second.dns());

        assertThat(lookup.status()).isEqualTo(TIMED_OUT);
        assertThat(lookup.detail())
                .startsWith("127.0.0.1:" + closed.getPort() + " is unreachable")
                .endsWith("; no answer from the others");
    }

    @Test
    void theFailuresOfAllServersAreReported() {
        first.name(NAME).fault(DnsFault.SERVFAIL);
        second.name(NAME).fault(DnsFault.REFUSED);

        assertThat(ask(first.dns(), second.dns()).detail())
                .isEqualTo("SERVFAIL from 127.0.0.1:" + first.dns().getPort() + "; REFUSED from 127.0.0.1:"
                        + second.dns().getPort());
    }

    @Test
    void aFailureIsReportedThoughAnotherServerIsSilent() {
        first.name(NAME).fault(DnsFault.SERVFAIL);
        second.name(NAME).fault(DnsFault.SILENCE);

        Lookup<TxtRecord> lookup = ask(Duration.ofMillis(500), first.dns(), second.dns());

        assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
        assertThat(lookup.detail())
                .isEqualTo("SERVFAIL from 127.0.0.1:" + first.dns().getPort() + "; no answer from the others");
    }

    @Test
    void aSilentServerIsAskedAgain() throws IOException {
        try (ScriptedServer forgetful =
                new ScriptedServer((count, query) -> count < 3 ? List.of() : List.of(found(query)))) {
            assertThat(ask(Duration.ofMillis(1200), forgetful.address()).status())
                    .isEqualTo(FOUND);
        }
    }

    @Test
    void aLateAnswerToTheFirstQueryStillCounts() throws IOException {
        List<Message> queries = new ArrayList<>();
        try (ScriptedServer late = new ScriptedServer((count, query) -> {
            queries.add(query);
            return count == 1 ? List.of() : List.of(found(queries.get(0)));
        })) {
            assertThat(ask(late.address()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aReferralIsNotADenial() throws IOException {
        try (ScriptedServer authority = new ScriptedServer((count, query) -> List.of(referral(query)))) {
            assertThat(ask(authority.address()).detail())
                    .isEqualTo("a referral instead of an answer from 127.0.0.1:"
                            + authority.address().getPort());
            assertThat(ask(authority.address(), second.dns()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aBareDenialWithoutSoaIsNoRecords() throws IOException {
        try (ScriptedServer terse = new ScriptedServer((count, query) -> List.of(ScriptedServer.answer(query)))) {
            assertThat(ask(terse.address()).status()).isEqualTo(NO_RECORDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.FORMERR, Rcode.NOTIMP})
    void anErrorWithoutTheQuestionIsAskedAgainWithoutEdns(int rcode) throws IOException {
        try (ScriptedServer old = new ScriptedServer(
                (count, query) -> List.of(query.getOPT() == null ? found(query) : error(query, rcode)))) {
            assertThat(ask(old.address()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aDenialWithoutTheQuestionIsWaitedPast() throws IOException {
        try (ScriptedServer spoofed =
                new ScriptedServer((count, query) -> List.of(error(query, Rcode.NXDOMAIN), found(query)))) {
            assertThat(ask(spoofed.address()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aQueryThatComesBackIsNotAnAnswer() throws IOException {
        try (ScriptedServer mirror = new ScriptedServer((count, query) -> List.of(query, found(query)))) {
            assertThat(ask(mirror.address()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void anAnswerToAnotherOperationIsWaitedPast() throws IOException {
        try (ScriptedServer confused = new ScriptedServer((count, query) -> List.of(update(query), found(query)))) {
            assertThat(ask(confused.address()).status()).isEqualTo(FOUND);
        }
    }

    @Test
    void aTruncatedAnswerOfAServerWithoutTcpIsAFailure() throws IOException {
        try (ScriptedServer udpOnly = new ScriptedServer((count, query) -> List.of(truncated(query)))) {
            Lookup<TxtRecord> lookup = ask(udpOnly.address());

            assertThat(lookup.status()).isEqualTo(RESOLVER_UNREACHABLE);
            assertThat(lookup.detail()).contains("is unreachable: Connection refused");
        }
    }

    @Test
    void aBuilderRefusesWhatCannotWork() {
        DnsjavaResolver.Builder builder = DnsjavaResolver.builder();

        assertThatThrownBy(() -> builder.servers()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.servers(InetSocketAddress.createUnresolved("dns.example", 53)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ofDays(2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.retries(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lookup<TxtRecord> ask(InetSocketAddress... servers) {
        return ask(Duration.ofSeconds(3), servers);
    }

    private static Lookup<TxtRecord> ask(Duration timeout, InetSocketAddress... servers) {
        try (DnsjavaResolver resolver =
                DnsjavaResolver.builder().servers(servers).timeout(timeout).build()) {
            return resolver.resolveTxt(NAME).join();
        }
    }

    private static InetSocketAddress closedPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    private static Message found(Message query) {
        Message answer = ScriptedServer.answer(query);
        Name name = query.getQuestion().getName();
        answer.addRecord(new TXTRecord(name, DClass.IN, 60, "v=STSv1"), Section.ANSWER);
        return answer;
    }

    private static Message referral(Message query) {
        Message answer = ScriptedServer.answer(query);
        answer.addRecord(new NSRecord(Name.root, DClass.IN, 60, Name.root), Section.AUTHORITY);
        return answer;
    }

    private static Message error(Message query, int rcode) {
        Message answer = ScriptedServer.answer(query);
        answer.removeAllRecords(Section.QUESTION);
        answer.getHeader().setRcode(rcode);
        return answer;
    }

    /** With a record that has no data, which only an UPDATE may have. */
    private static Message update(Message query) {
        Message answer = ScriptedServer.answer(query);
        answer.getHeader().setOpcode(Opcode.UPDATE);
        answer.addRecord(Record.newRecord(query.getQuestion().getName(), Type.TXT, DClass.IN), Section.ANSWER);
        return answer;
    }

    private static Message truncated(Message query) {
        Message answer = ScriptedServer.answer(query);
        answer.getHeader().setFlag(Flags.TC);
        return answer;
    }
}
