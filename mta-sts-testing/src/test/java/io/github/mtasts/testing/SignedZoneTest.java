package io.github.mtasts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.TlsaRecord;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** TLSA records, TTLs and the AD flag, as a validating resolver gives them. */
class SignedZoneTest {

    private static final String NAME = "_mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aTlsaRecordIsAnswered() throws IOException {
        world.name("_25._tcp.mail.example.org").tlsa(new TlsaRecord(3, 1, 1, "00ff"));

        Message answer = ask("_25._tcp.mail.example.org", Type.TLSA);

        assertThat(answer.getSection(Section.ANSWER).get(0).rdataToString()).isEqualTo("3 1 1 00FF");
    }

    @Test
    void aTtlIsThatOfAliasesRecordsAndDenials() throws IOException {
        world.name(NAME).ttl(Duration.ofSeconds(300)).via("a.example.net").txt("x");
        world.name("example.org").ttl(Duration.ofSeconds(20));

        SOARecord soa = (SOARecord)
                ask("example.org", Type.MX).getSection(Section.AUTHORITY).get(0);

        assertThat(ask(NAME, Type.TXT).getSection(Section.ANSWER))
                .extracting(Record::getTTL)
                .containsExactly(300L, 300L);
        assertThat(soa.getTTL()).isEqualTo(20);
        assertThat(soa.getMinimum()).isEqualTo(20);
    }

    @Test
    void theTtlIsAMinuteUnlessDeclared() throws IOException {
        world.name(NAME).txt("x");

        assertThat(ask(NAME, Type.TXT).getSection(Section.ANSWER).get(0).getTTL())
                .isEqualTo(60);
        assertThat(ask("nowhere.example", Type.TXT)
                        .getSection(Section.AUTHORITY)
                        .get(0)
                        .getTTL())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2147483648L})
    void aTtlThatTheDnsCannotHaveIsRefused(long seconds) {
        WorldName name = world.name(NAME);
        Duration ttl = Duration.ofSeconds(seconds);

        assertThatThrownBy(() -> name.ttl(ttl)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersAboutASignedNameAreAuthenticatedForThoseWhoAsk() throws IOException {
        world.name(NAME).txt("x").signed();

        assertThat(isAuthenticated(withAd(NAME))).isTrue();
        assertThat(isAuthenticated(withDo(NAME))).isTrue();
        assertThat(isAuthenticated(query(NAME, Type.TXT))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        "_mta-sts.example.org, true",
        "nowhere.example.org, true",
        "example.com, false",
        "notexample.org, false"
    })
    void aSignedZoneHasAllNamesBelowIt(String name, boolean authenticated) throws IOException {
        world.domain("example.org").signed().record("v=STSv1; id=1");

        assertThat(isAuthenticated(withAd(name))).isEqualTo(authenticated);
    }

    @Test
    void eachNameOfAChainMustBeSigned() throws IOException {
        world.name(NAME).signed().via("a.example.net").txt("x");

        assertThat(isAuthenticated(withAd(NAME))).isFalse();
        world.name("example.net").signed();
        assertThat(isAuthenticated(withAd(NAME))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NXDOMAIN, true", "NODATA, true", "SERVFAIL, false", "BOGUS, false", "CNAME_LOOP, false"})
    void aDenialIsAuthenticatedAndAFailureIsNot(DnsFault fault, boolean authenticated) throws IOException {
        world.name(NAME).signed().txt("x").fault(fault);

        assertThat(isAuthenticated(withAd(NAME))).isEqualTo(authenticated);
    }

    @Test
    void aLinkAloneIsAuthenticatedWithoutWhatItLeadsTo() throws IOException {
        world.name(NAME).signed().via("a.example.net").txt("x").fault(DnsFault.CNAME_ALONE);

        assertThat(isAuthenticated(withAd(NAME))).isTrue();
    }

    @Test
    void aBogusAnswerIsAFailureWithItsReason() throws IOException {
        world.name(NAME).txt("x").fault(DnsFault.BOGUS);

        Message answer = send(withDo(NAME));
        ExtendedErrorCodeOption error = (ExtendedErrorCodeOption)
                answer.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).get(0);

        assertThat(answer.getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(error.getErrorCode()).isEqualTo(ExtendedErrorCodeOption.DNSSEC_BOGUS);
    }

    private Message ask(String name, int type) throws IOException {
        return send(query(name, type));
    }

    private boolean isAuthenticated(Message query) throws IOException {
        return send(query).getHeader().getFlag(Flags.AD);
    }

    private Message send(Message query) throws IOException {
        SimpleResolver resolver = new SimpleResolver(world.dns());
        resolver.setEDNS(-1);
        return resolver.send(query);
    }

    private static Message withAd(String name) {
        Message query = query(name, Type.TXT);
        query.getHeader().setFlag(Flags.AD);
        return query;
    }

    private static Message withDo(String name) {
        Message query = query(name, Type.TXT);
        query.addRecord(new OPTRecord(1232, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        return query;
    }

    private static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(DnsZone.name(name), type, DClass.IN));
    }
}
