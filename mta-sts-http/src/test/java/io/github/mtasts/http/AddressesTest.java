package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.answering;
import static io.github.mtasts.http.Loopback.at;
import static io.github.mtasts.http.Loopback.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.ServedCertificate;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MtaStsWorldExtension.class)
class AddressesTest {

    @ParameterizedTest
    @EnumSource(
            value = LookupStatus.class,
            names = {"NO_SUCH_NAME", "NO_RECORDS"})
    void aHostWithoutAddressIsNotFound(LookupStatus status) {
        assertThat(lookedUp(answering(Lookup.without(status, "as the DNS said"))))
                .satisfies(response -> {
                    assertThat(response.status()).isEqualTo(FetchStatus.HOST_NOT_FOUND);
                    assertThat(response.detail()).isEqualTo("as the DNS said");
                    assertThat(response.addresses()).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupStatus.class,
            names = {"SERVER_FAILURE", "TIMED_OUT"})
    void aLookupThatFailsIsNotAbsence(LookupStatus status) {
        assertThat(lookedUp(answering(Lookup.without(status, "SERVFAIL"))).status())
                .isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
    }

    @Test
    void aNameServerOfOursThatIsUnreachableIsOurTrouble() {
        assertThat(lookedUp(
                        answering(Lookup.without(LookupStatus.RESOLVER_UNREACHABLE, "192.0.2.53:53 is unreachable"))))
                .isEqualTo(PolicyResponse.without(FetchStatus.NETWORK_UNREACHABLE, "192.0.2.53:53 is unreachable"));
    }

    @Test
    void anErrorOfTheResolverFailsTheFetch() {
        Error broken = new NoSuchMethodError("broken");
        AddressResolver throwing = host -> {
            throw broken;
        };
        AddressResolver failing = host -> CompletableFuture.failedFuture(broken);
        for (AddressResolver dns : List.of(throwing, failing)) {
            try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(dns)) {
                assertThatThrownBy(fetcher.fetchPolicy(Loopback.URL)::join).hasCause(broken);
            }
        }
    }

    @Test
    void aResolverThatThrowsIsALookupThatFailed() {
        AddressResolver throwing = host -> {
            throw new IllegalStateException("broken");
        };
        AddressResolver failing = host -> CompletableFuture.failedFuture(new IllegalStateException("broken"));

        assertThat(List.of(lookedUp(throwing), lookedUp(failing))).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
            assertThat(response.detail()).isEqualTo("the resolver failed: broken");
        });
    }

    @Test
    void aliasesAreKept(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);
        List<String> chain = List.of("policy.provider.example", "edge.example");
        Lookup<InetAddress> found = Lookup.found(List.of(Loopback.address("127.0.0.1")));

        PolicyResponse reached = fetchVia(world, answering(found.withAliases(chain)));
        PolicyResponse dangling = lookedUp(answering(
                Lookup.<InetAddress>without(LookupStatus.NO_SUCH_NAME, "").withAliases(chain)));

        assertThat(reached.aliases()).isEqualTo(chain);
        assertThat(dangling.aliases()).isEqualTo(chain);
    }

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

    @Test
    void theNextAddressIsTriedWhenOneRefuses(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);

        PolicyResponse response = fetchVia(world, at("127.0.0.2", "127.0.0.1"));

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        assertThat(response.addresses()).containsExactly("127.0.0.2", "127.0.0.1");
        assertThat(response.attempts())
                .containsExactly(
                        new FetchAttempt("127.0.0.2", FetchStatus.CONNECT_FAILED, "Connection refused"),
                        new FetchAttempt("127.0.0.1", FetchStatus.OK, ""));
        assertThat(response.detail()).isEqualTo("127.0.0.2: Connection refused; 127.0.0.1: answered");
    }

    @Test
    void theNextAddressIsTriedWhenTlsFailsAtOne(MtaStsWorld world) throws Exception {
        world.domain(DOMAIN).policy(POLICY);
        try (RawServer plain = RawServer.start("127.0.0.2", world.httpsPort(), connection -> {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            PolicyResponse response = fetchVia(world, at("127.0.0.2", "127.0.0.1"));

            plain.played().join();
            assertThat(response.status()).isEqualTo(FetchStatus.OK);
            assertThat(response.detail())
                    .isEqualTo("127.0.0.2: answered a TLS handshake in plain HTTP; 127.0.0.1: answered");
        }
    }

    @Test
    void aSilentAddressLeavesTimeForTheNext(MtaStsWorld world) throws Exception {
        world.domain(DOMAIN).policy(POLICY);
        try (RawServer silent = RawServer.start(
                        "127.0.0.2",
                        world.httpsPort(),
                        connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
                OkHttpPolicyFetcher fetcher = Loopback.fetcher(world, at("127.0.0.2", "127.0.0.1"))
                        .timeout(Duration.ofSeconds(3))
                        .build()) {
            PolicyResponse response = fetch(fetcher);

            silent.played().join();
            assertThat(response.status()).isEqualTo(FetchStatus.OK);
            assertThat(response.detail()).isEqualTo("127.0.0.2: no TLS handshake in time; 127.0.0.1: answered");
        }
    }

    @Test
    void ofSeveralFailuresTheCertificatesFaultIsReported(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY).certificate(ServedCertificate.selfSigned());

        PolicyResponse response = fetchVia(world, at("127.0.0.2", "127.0.0.1", "127.0.0.3"));

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_UNTRUSTED);
        assertThat(response.certificate()).isPresent();
        assertThat(response.detail())
                .startsWith("127.0.0.2: Connection refused; 127.0.0.1: ")
                .endsWith("; 127.0.0.3: Connection refused");
    }

    @Test
    void aRefusalSaysMoreThanANetworkThatThisMachineDoesNotHave(MtaStsWorld world) {
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world, at("127.0.0.2", "255.255.255.255"))
                .allowAddresses(any -> true)
                .build()) {
            PolicyResponse response = fetch(fetcher);

            assertThat(response.status()).isEqualTo(FetchStatus.CONNECT_FAILED);
            assertThat(response.attempts())
                    .extracting(FetchAttempt::status)
                    .containsExactly(FetchStatus.CONNECT_FAILED, FetchStatus.NETWORK_UNREACHABLE);
        }
    }

    @Test
    void addressesBehindTheOneThatAnsweredWereNotTried(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);

        assertThat(fetchVia(world, at("127.0.0.1", "127.0.0.2")).attempts())
                .extracting(FetchAttempt::address)
                .containsExactly("127.0.0.1");
    }

    @Test
    void ofVeryManyAddressesTheFirstAreKept() {
        String[] many = IntStream.range(0, 100).mapToObj(i -> "10.0.0." + i).toArray(String[]::new);

        assertThat(lookedUp(at(many)).attempts()).hasSize(20);
    }

    @Test
    void anAnswerIsFinalWhateverItIs(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY).https(site -> site.notHttp());

        assertThat(fetchVia(world, at("127.0.0.1", "127.0.0.2")).status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(world.requests()).hasSize(1);
    }

    private static PolicyResponse fetchVia(MtaStsWorld world, AddressResolver dns) {
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world, dns).build()) {
            return fetch(fetcher);
        }
    }

    private static PolicyResponse lookedUp(AddressResolver dns) {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(dns)) {
            return fetch(fetcher);
        }
    }
}
