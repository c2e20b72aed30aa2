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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of two look-ups, one for A and one for AAAA. */
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
    void withoutAnAddressAFailureIsToldBeforeAbsence(DnsFault a, DnsFault aaaa, LookupStatus expected) {
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

    private Lookup<InetAddress> lookup() {
        return resolver.resolveAddresses(HOST).join();
    }

    private List<String> addresses() {
        return lookup().records().stream().map(InetAddress::getHostAddress).toList();
    }
}
