package io.github.mtasts.testing;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.NO_RECORDS;
import static io.github.mtasts.spi.LookupStatus.NO_SUCH_NAME;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static io.github.mtasts.spi.LookupStatus.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.Octets;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeDnsTest {

    private static final String NAME = "_mta-sts.example.org";
    private static final TlsaRecord TLSA = new TlsaRecord(3, 1, 1, "ab".repeat(32));
    private static final TlsaRecord OTHER_TLSA = new TlsaRecord(2, 0, 1, "cd".repeat(32));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whatWasDeclaredIsFound() {
        FakeDns dns = FakeDns.with()
                .txt(NAME, "v=STSv1; ", "id=1")
                .mx("example.org", 10, "mail.example.org")
                .mx("example.org", 20, "backup.example.org")
                .address("mail.example.org", "192.0.2.1")
                .address("mail.example.org", "2001:db8::1");

        assertThat(txt(dns, NAME).records()).containsExactly(TxtRecord.of("v=STSv1; ", "id=1"));
        assertThat(dns.resolveMx("example.org").join().records())
                .containsExactly(new MxHost(10, "mail.example.org"), new MxHost(20, "backup.example.org"));
        assertThat(dns.resolveAddresses("mail.example.org").join().records())
                .extracting(InetAddress::getHostAddress)
                .containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:1");
    }

    @Test
    void whatWasNotDeclaredDoesNotExist() {
        assertThat(txt(FakeDns.with(), NAME).status()).isEqualTo(NO_SUCH_NAME);
    }

    @Test
    void aNameWithOtherRecordsHasNoneOfTheType() {
        FakeDns dns = FakeDns.with().mx("example.org", 10, "mail.example.org");

        assertThat(txt(dns, "example.org").status()).isEqualTo(NO_RECORDS);
    }

    @Test
    void aNameAboveOthersExists() {
        FakeDns dns = FakeDns.with().txt("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:a@example.org");

        assertThat(txt(dns, "_tls.example.org").status()).isEqualTo(NO_RECORDS);
        assertThat(txt(dns, "tls.example.org").status()).isEqualTo(NO_SUCH_NAME);
    }

    @Test
    void caseAndTheFinalDotDoNotCount() {
        assertThat(txt(FakeDns.with().txt("_MTA-STS.Example.org.", "x"), NAME).status())
                .isEqualTo(FOUND);
    }

    @Test
    void textCountsAsUtf8() {
        assertThat(txt(FakeDns.with().txt(NAME, "ä"), NAME).records()).containsExactly(TxtRecord.of("\u00E4"));
    }

    @Test
    void aTextTooLongForOneStringIsCut() {
        TxtRecord record =
                txt(FakeDns.with().txt(NAME, "x".repeat(511)), NAME).records().get(0);

        assertThat(record.strings()).extracting(Octets::length).containsExactly(255, 255, 1);
    }

    @Test
    void aFailureHidesRecords() {
        FakeDns dns = FakeDns.with().fails(NAME, TIMED_OUT).txt(NAME, "v=STSv1; id=1");

        assertThat(txt(dns, NAME)).isEqualTo(Lookup.without(TIMED_OUT, ""));
    }

    @Test
    void aFailureIsNotFound() {
        assertThatThrownBy(() -> FakeDns.with().fails(NAME, FOUND)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aliasesAreFollowedAndShown() {
        FakeDns dns = FakeDns.with()
                .alias(NAME, "a.example.net.")
                .alias("a.example.net", "b.example.net")
                .txt("b.example.net", "x");

        assertThat(txt(dns, NAME))
                .isEqualTo(Lookup.found(List.of(TxtRecord.of("x")))
                        .withAliases(List.of("a.example.net", "b.example.net")));
    }

    @Test
    void anAliasLoopIsAFailure() {
        FakeDns dns = FakeDns.with().alias(NAME, "a.example.net").alias("a.example.net", NAME);

        assertThat(txt(dns, NAME).status()).isEqualTo(SERVER_FAILURE);
        assertThat(txt(dns, NAME).aliases()).containsExactly("a.example.net", NAME);
    }

    @Test
    void tlsaRecordsAreFound() {
        FakeDns dns =
                FakeDns.with().tlsa("_25._tcp.mail.example.org", TLSA).tlsa("_25._tcp.mail.example.org", OTHER_TLSA);

        assertThat(dns.resolveTlsa("_25._tcp.mail.example.org").join().records())
                .containsExactly(TLSA, OTHER_TLSA);
        assertThat(dns.resolveTlsa("mail.example.org").join().status()).isEqualTo(NO_RECORDS);
    }

    @Test
    void withoutADeclaredTtlAnAnswerHasNone() {
        assertThat(txt(FakeDns.with().txt(NAME, "x"), NAME).ttl()).isEmpty();
    }

    @Test
    void aTtlIsThatOfRecordsAndOfTheirAbsence() {
        FakeDns dns = FakeDns.with().txt(NAME, "x").ttl(NAME, MINUTE).ttl("absent.example.org", HOUR);

        assertThat(txt(dns, NAME).ttl()).contains(MINUTE);
        assertThat(txt(dns, "absent.example.org"))
                .isEqualTo(Lookup.<TxtRecord>without(NO_SUCH_NAME, "").withTtl(HOUR));
    }

    @Test
    void alongAliasesTheShortestTtlCounts() {
        FakeDns dns = FakeDns.with()
                .alias(NAME, "a.example.net")
                .txt("a.example.net", "x")
                .ttl(NAME, MINUTE)
                .ttl("a.example.net", HOUR);

        assertThat(txt(dns, NAME).ttl()).contains(MINUTE);
    }

    @Test
    void aNegativeTtlIsRefused() {
        Duration negative = MINUTE.negated();

        assertThatThrownBy(() -> FakeDns.with().ttl(NAME, negative)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        "_mta-sts.example.org, true",
        "Example.ORG., true",
        "., true",
        "ample.org, false",
        "a._mta-sts.example.org, false",
        "example.net, false"
    })
    void answersInASignedZoneAreAuthenticated(String zone, boolean authenticated) {
        FakeDns dns = FakeDns.with().txt(NAME, "x").signed(zone);

        assertThat(txt(dns, NAME).authenticated()).isEqualTo(authenticated);
    }

    @Test
    void absenceInASignedZoneIsAuthenticated() {
        assertThat(txt(FakeDns.with().signed("example.org"), NAME))
                .isEqualTo(Lookup.<TxtRecord>without(NO_SUCH_NAME, "").withAuthenticated(true));
    }

    @Test
    void eachNameOfAChainMustBeSigned() {
        FakeDns dns = FakeDns.with()
                .alias(NAME, "a.example.net")
                .txt("a.example.net", "x")
                .signed("example.org");

        assertThat(txt(dns, NAME).authenticated()).isFalse();
        assertThat(txt(dns.signed("example.net"), NAME).authenticated()).isTrue();
    }

    @Test
    void aFailureHasNoTtlAndIsNotAuthenticated() {
        FakeDns dns =
                FakeDns.with().fails(NAME, SERVER_FAILURE).ttl(NAME, MINUTE).signed("example.org");

        assertThat(txt(dns, NAME)).isEqualTo(Lookup.without(SERVER_FAILURE, ""));
    }

    @Test
    void eachMethodLeavesTheOneBeforeAsItWas() {
        FakeDns before = FakeDns.with().txt(NAME, "1");
        FakeDns after = before.txt(NAME, "2");

        assertThat(txt(before, NAME).records()).hasSize(1);
        assertThat(txt(after, NAME).records()).hasSize(2);
        assertThat(txt(after.ttl(NAME, MINUTE).signed("org"), NAME)).isNotEqualTo(txt(after, NAME));
        assertThat(txt(after, NAME).ttl()).isEmpty();
        assertThat(txt(after, NAME).authenticated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mail.example.org", "192.0.2", "192.0.2.256", "192.0.2.1.1", "192.0.2.-1", "::g", "1:2"})
    void whatIsNotAnAddressIsRefusedWithoutALookup(String address) {
        FakeDns dns = FakeDns.with();

        assertThatThrownBy(() -> dns.address("mail.example.org", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no domain!", "", "a..b", "a\u001B[31m.example.org", "b\u00FCcher.example", "a\\"})
    void whatNoDnsMessageCanCarryIsRefused(String name) {
        FakeDns dns = FakeDns.with();
        String tooLong = "x".repeat(64) + ".example.org";

        assertThatThrownBy(() -> dns.txt(name, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.mx("example.org", 10, name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.alias(NAME, name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.fails(name, TIMED_OUT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.ttl(name, MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.signed(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.signed(tooLong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dns.mx("example.org", 65_536, "mail.example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_25._tcp.mail.example.org", "*.example.org", "-a-.example.org", "192.0.2.1", "a\\032b.example"})
    void aNameCanBeOdd(String name) {
        assertThat(txt(FakeDns.with().txt(name, "x"), name).status()).isEqualTo(FOUND);
        assertThat(FakeDns.with()
                        .mx("example.org", 10, name)
                        .resolveMx("example.org")
                        .join()
                        .records())
                .containsExactly(new MxHost(10, name));
    }

    private static Lookup<TxtRecord> txt(FakeDns dns, String name) {
        return dns.resolveTxt(name).join();
    }
}
