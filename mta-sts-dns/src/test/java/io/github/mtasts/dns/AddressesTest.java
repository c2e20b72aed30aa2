package io.github.mtasts.dns;

import static io.github.mtasts.spi.LookupStatus.FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of two lookups, one for A and one for AAAA. */
class AddressesTest {

    private static final String HOST = "mta-sts.example.org";

    private final MtaStsWorld world = MtaStsWorld.start();
    private final DnsjavaResolver resolver = DnsjavaResolver.builder()
            .servers(world.dns())
            .timeout(Duration.ofMillis(600))
            .build();

    @AfterEach
    void closeAll() {
        resolver.close();
        world.close();
    }

    @Test
    void ipv4ComesFirst() {
        world.name(HOST).address("2001:db8::1", "192.0.2.1", "192.0.2.2");

        assertThat(addresses()).isEqualTo(List.of("192.0.2.1", "192.0.2.2", "2001:db8:0:0:0:0:0:1"));
    }

    @Test
    void oneFamilyIsEnough() {
        world.name(HOST).address("2001:db8::1");

        assertThat(addresses()).isEqualTo(List.of("2001:db8:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @CsvSource({
        "NXDOMAIN, NXDOMAIN, NO_SUCH_NAME",
        "NXDOMAIN, NODATA, NO_RECORDS",
        "NODATA, NODATA, NO_RECORDS",
        "NODATA, SERVFAIL, SERVER_FAILURE",
        "REFUSED, NXDOMAIN, SERVER_FAILURE",
        "SILENCE, NODATA, TIMED_OUT",
        "SILENCE, SERVFAIL, SERVER_FAILURE",
    })
    void withoutAnAddressAFailureIsReportedBeforeAbsence(DnsFault a, DnsFault aaaa, LookupStatus expected) {
        world.name(HOST).fault("A", a).fault("AAAA", aaaa);

        assertThat(lookup().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SERVFAIL", "SILENCE", "NXDOMAIN"})
    void anAddressIsFoundThoughTheOtherFamilyFails(DnsFault fault) {
        world.name(HOST).address("192.0.2.1").fault("AAAA", fault);

        assertThat(addresses()).isEqualTo(List.of("192.0.2.1"));
    }

    @Test
    void theAliasesOfAHostAreShown() {
        world.name(HOST).via("hosting.example.net").address("192.0.2.1");

        assertThat(lookup().status()).isEqualTo(FOUND);
        assertThat(lookup().aliases()).containsExactly("hosting.example.net");
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND, 300, FOUND, 20, 20",
        "FOUND, 20, FOUND, 300, 20",
        "FOUND, 300, NO_RECORDS, 20, 300",
        "FOUND, 300, NO_RECORDS, , 300",
        "SERVER_FAILURE, , FOUND, 300, 300",
        "NO_RECORDS, 300, NO_RECORDS, 20, 20",
        "NO_SUCH_NAME, 20, NO_RECORDS, 300, 20",
        "NO_RECORDS, 300, NO_SUCH_NAME, , ",
        "NO_RECORDS, 300, TIMED_OUT, , ",
    })
    void theTtlIsThatOfTheHalvesOfWhatWasFoundOrDenied(
            LookupStatus a, @Nullable Long aTtl, LookupStatus aaaa, @Nullable Long aaaaTtl, @Nullable Long expected) {
        assertThat(Addresses.of(half(a, aTtl), half(aaaa, aaaaTtl)).ttl())
                .isEqualTo(Optional.ofNullable(expected).map(Duration::ofSeconds));
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND, true, FOUND, true, true",
        "FOUND, true, FOUND, false, false",
        "FOUND, false, FOUND, true, false",
        "FOUND, true, NO_RECORDS, false, true",
        "FOUND, true, SERVER_FAILURE, false, true",
        "TIMED_OUT, false, FOUND, true, true",
        "FOUND, false, NO_RECORDS, true, false",
        "NO_RECORDS, true, NO_RECORDS, true, true",
        "NO_RECORDS, true, NO_RECORDS, false, false",
        "NO_SUCH_NAME, true, SERVER_FAILURE, false, false",
    })
    void theHalvesOfWhatWasFoundOrDeniedMustBeAuthenticated(
            LookupStatus a, boolean aSecure, LookupStatus aaaa, boolean aaaaSecure, boolean expected) {
        Lookup<InetAddress> both = Addresses.of(
                half(a, 60L).withAuthenticated(aSecure), half(aaaa, 60L).withAuthenticated(aaaaSecure));

        assertThat(both.authenticated()).isEqualTo(expected);
    }

    private static Lookup<InetAddress> half(LookupStatus status, @Nullable Long ttl) {
        Lookup<InetAddress> half =
                status == FOUND ? Lookup.found(List.of(InetAddress.getLoopbackAddress())) : Lookup.without(status, "");
        return ttl == null ? half : half.withTtl(Duration.ofSeconds(ttl));
    }

    private Lookup<InetAddress> lookup() {
        return resolver.resolveAddresses(HOST).join();
    }

    private List<String> addresses() {
        return lookup().records().stream().map(InetAddress::getHostAddress).toList();
    }
}
