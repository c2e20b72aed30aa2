package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static io.github.mtasts.spi.LookupStatus.SERVER_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TxtRecord;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real validating resolver says of real signatures. It is run by {@code src/test/unbound/run}, which has the zones. */
class UnboundAcceptance {

    private final InetSocketAddress unbound =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("unbound.port"));
    private final DnsjavaResolver trusting =
            DnsjavaResolver.builder().servers(unbound).trustAd().build();

    @AfterEach
    void close() {
        trusting.close();
    }

    @Test
    void aSignedZoneIsAuthenticated() {
        Lookup<TlsaRecord> tlsa =
                trusting.resolveTlsa("_25._tcp.mail.signed.example").join();

        assertThat(tlsa.records()).containsExactly(new TlsaRecord(3, 1, 1, "ab".repeat(32)));
        assertThat(tlsa.authenticated()).isTrue();
        assertThat(trusting.resolveMx("signed.example").join().authenticated()).isTrue();
        assertThat(trusting.resolveAddresses("mail.signed.example").join().authenticated())
                .isTrue();
        assertThat(trusting.resolveAddresses("mail4.signed.example").join().authenticated())
                .isTrue();
    }

    @Test
    void theFlagOfAResolverThatIsNotTrustedDoesNotCount() {
        try (DnsjavaResolver plain = DnsjavaResolver.at(unbound)) {
            Lookup<TxtRecord> txt = plain.resolveTxt("_mta-sts.signed.example").join();

            assertThat(txt.status()).isEqualTo(FOUND);
            assertThat(txt.authenticated()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "_mta-sts.signed.example, true",
        "_smtp._tls.signed.example, true",
        "away.signed.example, false",
        "back.plain.example, false",
        "_mta-sts.plain.example, false"
    })
    void eachNameOfAChainMustBeSigned(String name, boolean authenticated) {
        Lookup<TxtRecord> txt = trusting.resolveTxt(name).join();

        assertThat(txt.status()).isEqualTo(FOUND);
        assertThat(txt.authenticated()).isEqualTo(authenticated);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.signed.example, NO_RECORDS, true",
        "nowhere.signed.example, NO_SUCH_NAME, true",
        "plain.example, NO_RECORDS, false",
        "nowhere.plain.example, NO_SUCH_NAME, false"
    })
    void absenceIsAuthenticatedInASignedZone(String name, LookupStatus status, boolean authenticated) {
        Lookup<TlsaRecord> tlsa = trusting.resolveTlsa(name).join();

        assertThat(tlsa.status()).isEqualTo(status);
        assertThat(tlsa.authenticated()).isEqualTo(authenticated);
        assertThat(tlsa.ttl()).hasValueSatisfying(ttl -> assertThat(ttl).isBetween(Duration.ZERO, seconds(120)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_mta-sts.broken.example", "torn.signed.example"})
    void aSignatureThatDoesNotFitIsAFailureWithItsReason(String name) {
        Lookup<TxtRecord> txt = trusting.resolveTxt(name).join();

        assertThat(txt.status()).isEqualTo(SERVER_FAILURE);
        assertThat(txt.authenticated()).isFalse();
        assertThat(txt.detail()).contains("EDE 6 DNSSEC_BOGUS");
    }

    @Test
    void aBogusTlsaRecordIsNotAnAbsence() {
        assertThat(trusting.resolveTlsa("_25._tcp.mail.broken.example").join().status())
                .isEqualTo(SERVER_FAILURE);
    }

    @ParameterizedTest
    @CsvSource({"_mta-sts.signed.example, 240", "_smtp._tls.signed.example, 20"})
    void theTtlIsTheShortestOfTheChain(String name, long longest) {
        assertThat(trusting.resolveTxt(name).join().ttl())
                .hasValueSatisfying(ttl -> assertThat(ttl).isBetween(Duration.ZERO, seconds(longest)));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
