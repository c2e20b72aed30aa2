package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.answering;
import static io.github.mtasts.http.Loopback.at;
import static io.github.mtasts.http.Loopback.fetch;
import static io.github.mtasts.http.Loopback.fetchVia;
import static io.github.mtasts.http.Loopback.lookedUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard: what is no public address is not connected to, however it is written. */
@ExtendWith(MtaStsWorldExtension.class)
class BlockedAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void specialPurposeAddressesAreBlocked(String address) {
        PolicyResponse response = lookedUp(at(address));

        assertThat(response.status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
        assertThat(response.addresses())
                .containsExactly(Loopback.address(address).getHostAddress());
        assertThat(response.detail()).endsWith(": not a public address");
    }

    @Test
    void ipv4MappedAddressesAreBlocked() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xFF;
        mapped[12] = 127;
        mapped[15] = 1;
        InetAddress asIpv4 = InetAddress.getByAddress(mapped);
        InetAddress asIpv6 = Inet6Address.getByAddress(null, mapped, 0);

        assertThat(lookedUp(answering(Lookup.found(List.of(asIpv4)))).status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
        assertThat(lookedUp(answering(Lookup.found(List.of(asIpv6)))).status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
    }

    @Test
    void aClientOfTheUsersOwnDoesNotOpenTheGuard(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);
        OkHttpClient lax = new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(at("127.0.0.1"))
                .client(lax)
                .port(world.httpsPort())
                .trust(world.ca())
                .build()) {
            assertThat(fetch(fetcher).status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
        }
        assertThat(world.requests()).isEmpty();
    }

    /** OkHttp looks no address literal up: only the lock on the socket itself stands in the way. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, 8.8.8.8", "[::1], 2001:4860:4860::8888"})
    void anAddressInTheUrlIsJudgedWhateverTheDnsSaysOfIt(String literal, String resolved) {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(at(resolved))) {
            PolicyResponse response =
                    fetcher.fetchPolicy(URI.create("https://" + literal + "/")).join();

            assertThat(response.status()).isEqualTo(FetchStatus.BLOCKED_ADDRESS);
        }
    }

    @Test
    void blockedAddressesAreLeftOutAndReported(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);

        PolicyResponse response = fetchVia(world, at("10.0.0.1", "127.0.0.1"));

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        assertThat(response.addresses()).containsExactly("10.0.0.1", "127.0.0.1");
        assertThat(response.attempts())
                .containsExactly(
                        new FetchAttempt("10.0.0.1", FetchStatus.BLOCKED_ADDRESS, "not a public address"),
                        new FetchAttempt("127.0.0.1", FetchStatus.OK, ""));
        assertThat(response.detail()).isEqualTo("10.0.0.1: not a public address; 127.0.0.1: answered");
    }
}
