package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Chains and servers as they are met outside, beyond those that the loopback world serves. */
class ChainsTest {

    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant GONE = Instant.parse("2021-09-30T14:01:15Z");

    private final HeldCertificate root = authority("root").build();

    @Test
    void anExpiredCrossSignatureThatNoPathNeedsIsNotAFault() throws Exception {
        HeldCertificate crossSigned = authority("root")
                .keyPair(root.keyPair())
                .signedBy(authority("old root").build())
                .validityInterval(LONG_AGO.toEpochMilli(), GONE.toEpochMilli())
                .build();
        HeldCertificate intermediate = authority("intermediate").signedBy(root).build();
        HeldCertificate leaf = leaf().signedBy(intermediate).build();

        assertThat(fetch("TLS", leaf, intermediate.certificate(), crossSigned.certificate())
                        .status())
                .isEqualTo(FetchStatus.OK);
    }

    @Test
    void anExpiredIntermediateIsExpired() throws Exception {
        HeldCertificate intermediate = authority("intermediate")
                .signedBy(root)
                .validityInterval(LONG_AGO.toEpochMilli(), GONE.toEpochMilli())
                .build();
        HeldCertificate leaf = leaf().signedBy(intermediate).build();

        PolicyResponse response = fetch("TLS", leaf, intermediate.certificate());

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_EXPIRED);
        assertThat(response.detail())
                .isEqualTo("the issuing certificate CN=intermediate expired on 2021-09-30T14:01:15Z");
        assertThat(response.certificate().orElseThrow().names()).containsExactly(HOST);
    }

    @Test
    void aLeafIsNotAnAuthority() throws Exception {
        HeldCertificate other = new HeldCertificate.Builder()
                .commonName("a leaf")
                .signedBy(root)
                .build();
        HeldCertificate leaf = leaf().signedBy(other).build();

        assertThat(fetch("TLS", leaf, other.certificate()).status()).isEqualTo(FetchStatus.TLS_UNTRUSTED);
    }

    @Test
    void tls12AndHttp11WillDo() throws Exception {
        assertThat(fetch("TLSv1.2", leaf().signedBy(root).build()).status()).isEqualTo(FetchStatus.OK);
    }

    @Test
    void namesFromStrangersAreEscapedAndBounded() throws Exception {
        HeldCertificate self = new HeldCertificate.Builder()
                .commonName("\u202E\u001B[31m" + "x".repeat(500))
                .addSubjectAlternativeName(HOST)
                .build();

        String detail = fetch("TLS", self).detail();

        assertThat(detail).hasSizeLessThan(500).doesNotContain("\u202E", "\u001B");
    }

    private PolicyResponse fetch(String tls, HeldCertificate leaf, X509Certificate... along)
            throws IOException, GeneralSecurityException {
        HandshakeCertificates shown =
                new HandshakeCertificates.Builder().heldCertificate(leaf, along).build();
        SSLContext context = SSLContext.getInstance(tls);
        context.init(new KeyManager[] {shown.keyManager()}, null, null);
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(context.getSocketFactory());
            server.setProtocols(List.of(Protocol.HTTP_1_1));
            server.enqueue(new MockResponse.Builder().body("policy").build());
            server.start(Loopback.address("127.0.0.1"), 0);
            try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at("127.0.0.1"))
                    .port(server.getPort())
                    .trust(root.certificate())
                    .allowAddresses(InetAddress::isLoopbackAddress)
                    .build()) {
                return Loopback.fetch(fetcher);
            }
        }
    }

    private static HeldCertificate.Builder authority(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(1)
                .validityInterval(
                        LONG_AGO.toEpochMilli(),
                        Instant.now().plusSeconds(86_400).toEpochMilli());
    }

    private static HeldCertificate.Builder leaf() {
        return new HeldCertificate.Builder().addSubjectAlternativeName(HOST);
    }
}
