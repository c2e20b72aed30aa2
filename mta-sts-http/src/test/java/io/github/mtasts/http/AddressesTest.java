package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.answering;
import static io.github.mtasts.http.Loopback.at;
import static io.github.mtasts.http.Loopback.fetch;
import static io.github.mtasts.http.Loopback.fetchVia;
import static io.github.mtasts.http.Loopback.lookedUp;
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
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
