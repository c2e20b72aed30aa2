package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** When an answer is authenticated, and what is reported of a bogus one. */
class DnssecTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver trusting =
            DnsjavaResolver.builder().servers(world.dns()).trustAd().build();
    private final DnsjavaResolver plain = DnsjavaResolver.at(world.dns());

    @AfterEach
    void closeAll() {
        trusting.close();
        plain.close();
        world.close();
    }

    @Test
    void whatATrustedResolverVouchesForIsAuthenticated() {
        world.name(NAME).signed().txt("v=STSv1; id=1");

        assertThat(txt().status()).isEqualTo(FOUND);
        assertThat(txt().authenticated()).isTrue();
    }

    @Test
    void whatItDoesNotVouchForIsNot() {
        world.name(NAME).txt("v=STSv1; id=1");

        assertThat(txt().status()).isEqualTo(FOUND);
        assertThat(txt().authenticated()).isFalse();
    }

    @Test
    void mxRecordsAreAuthenticatedToo() {
        world.domain("example.org").signed().mx("mail.example.org");

        Lookup<MxHost> lookup = trusting.resolveMx("example.org").join();

        assertThat(lookup.authenticated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFlagIsAskedForAndReadOnlyWhereTheResolverIsTrusted(boolean trusted) throws IOException {
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        try (ScriptedServer server = new ScriptedServer((count, query) -> {
                    asked.complete(query.getHeader().getFlag(Flags.AD));
                    Message answer = ScriptedServer.answer(query);
                    answer.getHeader().setFlag(Flags.AD);
                    return List.of(answer);
                });
                DnsjavaResolver resolver = trusted
                        ? DnsjavaResolver.builder()
                                .servers(server.address())
                                .trustAd()
                                .build()
                        : DnsjavaResolver.at(server.address())) {

            boolean authenticated = resolver.resolveTxt(NAME).join().authenticated();

            assertThat(asked.join()).isEqualTo(trusted);
            assertThat(authenticated).isEqualTo(trusted);
        }
    }

    @ParameterizedTest
    @CsvSource({"NXDOMAIN, NO_SUCH_NAME", "NODATA, NO_RECORDS"})
    void absenceCanBeAuthenticated(DnsFault denial, LookupStatus status) {
        world.name(NAME).signed().fault(denial);

        assertThat(txt().status()).isEqualTo(status);
        assertThat(txt().authenticated()).isTrue();
    }

    @Test
    void aFailureIsNever() throws IOException {
        try (ScriptedServer server = new ScriptedServer((count, query) -> {
                    Message answer = ScriptedServer.answer(query);
                    Name name = query.getQuestion().getName();
                    answer.getHeader().setFlag(Flags.AD);
                    answer.addRecord(new CNAMERecord(name, DClass.IN, 60, name), Section.ANSWER);
                    return List.of(answer);
                });
                DnsjavaResolver resolver = DnsjavaResolver.builder()
                        .servers(server.address())
                        .trustAd()
                        .build()) {

            Lookup<TxtRecord> lookup = resolver.resolveTxt(NAME).join();

            assertThat(lookup.status()).isEqualTo(SERVER_FAILURE);
            assertThat(lookup.authenticated()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void eachAnswerOfAChainMustBeAuthenticated(boolean alias, boolean target, boolean expected) {
        var first = world.name(NAME).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        var last = world.name("a.example.net").txt("v=STSv1; id=1");
        if (alias) {
            first.signed();
        }
        if (target) {
            last.signed();
        }

        assertThat(txt().records()).containsExactly(TxtRecord.of("v=STSv1; id=1"));
        assertThat(txt().authenticated()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void theAbsenceOfAChainsTargetIsAsGoodAsTheChain(boolean alias, boolean expected) {
        var first = world.name(NAME).via("a.example.net").fault(DnsFault.CNAME_ALONE);
        world.name("a.example.net").signed();
        if (alias) {
            first.signed();
        }

        assertThat(txt().status()).isEqualTo(NO_RECORDS);
        assertThat(txt().authenticated()).isEqualTo(expected);
    }

    @Test
    void theFlagComesOverTcpAndWithoutEdns() {
        world.name(NAME).signed().txt("v=STSv1; id=1").fault(DnsFault.TRUNCATED);
        assertThat(txt().authenticated()).isTrue();

        world.name(NAME).signed().txt("v=STSv1; id=1").fault(DnsFault.NO_EDNS);
        assertThat(txt().authenticated()).isTrue();
    }

    @Test
    void addressesAreAuthenticated() {
        world.name("mail.example.org").signed().address("192.0.2.1", "2001:db8::1");

        assertThat(trusting.resolveAddresses("mail.example.org").join().authenticated())
                .isTrue();
        assertThat(plain.resolveAddresses("mail.example.org").join().authenticated())
                .isFalse();
    }

    @Test
    void aBogusAnswerIsAFailureWithTheReasonThatTheResolverGives() {
        world.name(NAME).signed().txt("v=STSv1; id=1").fault(DnsFault.BOGUS);

        assertThat(txt())
                .isEqualTo(Lookup.without(
                        SERVER_FAILURE,
                        "SERVFAIL from 127.0.0.1:" + world.dns().getPort()
                                + " (EDE 6 DNSSEC_BOGUS: no signature that fits)"));
    }

    @Test
    void theReasonIsEscapedAndBounded() throws IOException {
        String detail = failure(
                new ExtendedErrorCodeOption(9, "\u001B[2J" + "x".repeat(5000)),
                new ExtendedErrorCodeOption(65535),
                new ExtendedErrorCodeOption(0, ""),
                new ExtendedErrorCodeOption(1, "one too many"));

        assertThat(detail)
                .contains("(EDE 9 DNSKEY_MISSING: \\x1B[2Jxxx")
                .endsWith("x…, EDE 65535 EDE65535, EDE 0 OTHER)")
                .hasSizeLessThan(300);
    }

    @Test
    void withoutAReasonTheResponseCodeIsEnough() throws IOException {
        assertThat(failure()).matches("SERVFAIL from 127\\.0\\.0\\.1:\\d+");
    }

    private static String failure(EDNSOption... reasons) throws IOException {
        try (ScriptedServer server = new ScriptedServer((count, query) -> {
                    Message answer = ScriptedServer.answer(query);
                    answer.getHeader().setRcode(Rcode.SERVFAIL);
                    answer.addRecord(new OPTRecord(1232, 0, 0, 0, reasons), Section.ADDITIONAL);
                    return List.of(answer);
                });
                DnsjavaResolver resolver = DnsjavaResolver.at(server.address())) {
            return resolver.resolveTxt(NAME).join().detail();
        }
    }

    private Lookup<TxtRecord> txt() {
        return trusting.resolveTxt(NAME).join();
    }
}
