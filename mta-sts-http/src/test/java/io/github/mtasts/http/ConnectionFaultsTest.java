package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.PolicySite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MtaStsWorldExtension.class)
class ConnectionFaultsTest {

    @Test
    void refusedIsConnectFailed() throws IOException {
        int unused;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = once.getLocalPort();
        }
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at("127.0.0.1"))
                .port(unused)
                .allowAddresses(InetAddress::isLoopbackAddress)
                .build()) {
            PolicyResponse response = fetch(fetcher);

            assertThat(response.status()).isEqualTo(FetchStatus.CONNECT_FAILED);
            assertThat(response.detail()).isEqualTo("Connection refused");
        }
    }

    /** TCP knows no broadcast: Linux has no way there on any machine. */
    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "224.0.0.1", "ff02::1"})
    void aNetworkThatThisMachineDoesNotHaveIsNotTheDomainsFault(String address) {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at(address))
                .allowAddresses(any -> true)
                .build()) {
            PolicyResponse response = fetch(fetcher);

            assertThat(response.status()).isEqualTo(FetchStatus.NETWORK_UNREACHABLE);
            assertThat(response.detail()).isNotEmpty();
            assertThat(response.addresses()).hasSize(1);
        }
    }

    @Test
    void resetBeforeTlsIsConnectFailed(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::reset);

        assertThat(response.status()).isEqualTo(FetchStatus.CONNECT_FAILED);
        assertThat(response.detail()).startsWith("closed or reset before any TLS: ");
    }

    @Test
    void closedBeforeTlsIsConnectFailed() throws Exception {
        try (RawServer server = RawServer.start("127.0.0.1", 0, connection -> {});
                OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at("127.0.0.1"))
                        .port(server.port())
                        .allowAddresses(InetAddress::isLoopbackAddress)
                        .build()) {
            assertThat(fetch(fetcher).status()).isEqualTo(FetchStatus.CONNECT_FAILED);
        }
    }

    @Test
    void anAlertIsTlsFailed(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::handshakeFailure);

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_FAILED);
        assertThat(response.detail()).contains("handshake_failure");
        assertThat(response.certificate()).isEmpty();
    }

    @Test
    void anUnknownServerNameIsTlsFailed(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world).build()) {
            assertThat(fetcher.fetchPolicy(Loopback.url("example.net")).join().status())
                    .isEqualTo(FetchStatus.TLS_FAILED);
        }
    }

    @Test
    void tls11IsTlsFailed(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::tls11Only);

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_FAILED);
        assertThat(response.detail()).contains("TLS11");
    }

    @Test
    void plainHttpIsTlsFailedAndSaysSo(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::plainHttp);

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_FAILED);
        assertThat(response.detail()).isEqualTo("answered a TLS handshake in plain HTTP");
    }

    @Test
    void silenceInPlaceOfTlsTimesOut(MtaStsWorld world) {
        PolicyResponse response = impatiently(world, PolicySite::silent);

        assertThat(response.status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(response.detail()).isEqualTo("no TLS handshake in time");
    }

    @Test
    void closedInPlaceOfAnAnswerIsAProtocolError(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::wordless);

        assertThat(response.status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(response.detail()).startsWith("unexpected end of stream on https://mta-sts.example.org");
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void aSlowDripTimesOut(MtaStsWorld world) {
        PolicyResponse response = impatiently(world, PolicySite::dripping);

        assertThat(response.status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(response.body()).isEmpty();
    }

    private static PolicyResponse impatiently(MtaStsWorld world, UnaryOperator<PolicySite> change) {
        world.domain(DOMAIN).policy(POLICY).https(change);
        try (OkHttpPolicyFetcher fetcher =
                Loopback.fetcher(world).timeout(Duration.ofMillis(400)).build()) {
            return fetch(fetcher);
        }
    }
}
