package io.github.mtasts.testing;

import static io.github.mtasts.testing.ServedCertificate.cnOnly;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static io.github.mtasts.testing.ServedCertificate.inDays;
import static io.github.mtasts.testing.ServedCertificate.missingIntermediate;
import static io.github.mtasts.testing.ServedCertificate.names;
import static io.github.mtasts.testing.ServedCertificate.notYetValid;
import static io.github.mtasts.testing.ServedCertificate.selfSigned;
import static io.github.mtasts.testing.ServedCertificate.signedByRoot;
import static io.github.mtasts.testing.ServedCertificate.unknownRoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyServerTest {

    private static final String HOST = "mta-sts.example.org";
    private static final String POLICY = "version: STSv1\nmode: none\nmax_age: 86400\n";

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final TestCa ca = TestCa.create();
    private final PolicyServer server = PolicyServer.start(ca);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesAPolicyOverTls13AndHttp2() throws IOException {
        try (Response answer = get(site -> site)) {
            assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_2);
            assertThat(answer.handshake().tlsVersion()).isEqualTo(TlsVersion.TLS_1_3);
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
            assertThat(answer.body().string()).isEqualTo(POLICY);
        }
    }

    @Test
    void remembersRequests() throws IOException {
        get(site -> site).close();

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.host()).isEqualTo(HOST);
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/.well-known/mta-sts.txt");
            assertThat(request.header("user-agent")).isPresent();
            assertThat(request.protocol()).isEqualTo("HTTP/2");
            assertThat(request.tls()).isEqualTo("TLSv1.3");
        });
    }

    @Test
    void choosesTheSiteByServerName() throws IOException {
        server.serve("mta-sts.example.net", PolicySite.serving("other"));

        try (Response answer = get(site -> site)) {
            assertThat(answer.body().string()).isEqualTo(POLICY);
        }
        try (Response answer = get("mta-sts.example.net")) {
            assertThat(answer.body().string()).isEqualTo("other");
        }
    }

    @Test
    void answersAnUnknownServerNameWithAnAlert() {
        assertThatThrownBy(() -> get("mta-sts.nowhere.example"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("unrecognized_name");
    }

    @Test
    void servesAnyStatusAndHeaders() throws IOException {
        try (Response answer =
                get(site -> site.status(404).withoutHeader("content-type").header("X-Y", "z"))) {
            assertThat(answer.code()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isNull();
            assertThat(answer.header("X-Y")).isEqualTo("z");
        }
    }

    @Test
    void servesHostileHeaders() throws IOException {
        String hostile = "text/\u001B[31mhtml\u0000\u202E\u00E4";
        try (Response answer = get(site -> site.header("Content-Type", hostile).status(999))) {
            assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_2);
            assertThat(answer.code()).isEqualTo(999);
            assertThat(answer.headers("Content-Type")).containsExactly(hostile);
        }
        try (Response answer = get(site -> site.truncated().header("Content-Type", hostile))) {
            assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_1_1);
            assertThat(answer.header("Content-Type")).isEqualTo(hostile);
        }
    }

    @Test
    void redirects() throws IOException {
        try (Response answer = get(site -> site.redirect("https://example.org/"))) {
            assertThat(answer.code()).isEqualTo(301);
            assertThat(answer.header("Location")).isEqualTo("https://example.org/");
        }
    }

    @Test
    void sendsIntermediateUnlessLeftOut() throws IOException {
        assertThat(chain(ServedCertificate.valid())).hasSize(2);
        assertThat(chain(signedByRoot())).hasSize(1);
        assertThatThrownBy(() -> chain(missingIntermediate())).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void refusedCertificatesEndTheHandshake() {
        assertThatThrownBy(() -> chain(expired(daysAgo(3)))).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> chain(notYetValid(inDays(3)))).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> chain(selfSigned())).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> chain(unknownRoot())).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> chain(names("*.example.com"))).isInstanceOf(SSLPeerUnverifiedException.class);
        assertThatThrownBy(() -> chain(cnOnly())).isInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void certificatesHaveTheTraitsAskedFor() throws IOException {
        X509Certificate leaf = chain(names("*.example.org", "example.org")).get(0);

        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=" + HOST);
        assertThat(leaf.getIssuerX500Principal().getName()).isEqualTo("CN=MTA-STS test intermediate");
        assertThat(ServedCertificate.valid().and(names("a")).and(names("b")).namesFor(HOST))
                .containsExactly("b");
    }

    @Test
    void failsTheHandshake() {
        assertThatThrownBy(() -> get(PolicySite::handshakeFailure))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("handshake_failure");
        assertThatThrownBy(() -> get(PolicySite::tls11Only))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("TLS11");
        assertThatThrownBy(() -> get(PolicySite::plainHttp)).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> get(PolicySite::reset)).isInstanceOf(SocketException.class);
    }

    @Test
    void breaksTheAnswer() {
        assertThatThrownBy(() -> read(PolicySite::truncated)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(PolicySite::notHttp)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(PolicySite::brokenChunks)).isInstanceOf(IOException.class);
    }

    @Test
    void hugeBodiesAreMadeWhileTheyAreSent() throws IOException {
        for (UnaryOperator<PolicySite> huge :
                List.<UnaryOperator<PolicySite>>of(PolicySite::huge, PolicySite::hugeChunked)) {
            try (Response answer = get(huge);
                    InputStream body = answer.body().byteStream()) {
                assertThat(body.readNBytes(1 << 20)).hasSize(1 << 20).containsOnly('#');
            }
        }
    }

    @Test
    void keepsSilence() {
        server.serve(HOST, PolicySite.serving(POLICY).silent());

        assertThatThrownBy(() ->
                        client(Duration.ofMillis(300)).newCall(request(HOST)).execute())
                .isInstanceOf(InterruptedIOException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void dripsTheAnswer() throws IOException {
        server.serve(HOST, PolicySite.serving(POLICY).dripping());
        try (Socket connection = new Socket(LOOPBACK, server.port());
                Socket tls = trust().sslSocketFactory().createSocket(connection, HOST, server.port(), true)) {
            tls.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] much = new byte[100];
            assertThat(tls.getInputStream().read(much)).isEqualTo(1);
            assertThat(tls.getInputStream().read(much)).isEqualTo(1);
        }
    }

    @Test
    void compressesUnasked() throws IOException {
        try (Response answer = get(PolicySite::gzipped)) {
            assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(answer.body().bytes()).startsWith(0x1F, 0x8B);
        }
        try (Response answer = get(PolicySite::gzipBomb)) {
            assertThat(answer.body().bytes().length).isLessThan(65_536);
        }
    }

    @Test
    void aSiteCanBeReplaced() throws IOException {
        get(site -> site).close();

        try (Response answer = get(site -> site.status(500))) {
            assertThat(answer.code()).isEqualTo(500);
        }
    }

    private List<X509Certificate> chain(ServedCertificate certificate) throws IOException {
        try (Response answer = get(site -> site.certificate(certificate))) {
            return answer.handshake().peerCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .filter(shown -> !shown.equals(ca.root()))
                    .toList();
        }
    }

    private byte[] read(UnaryOperator<PolicySite> change) throws IOException {
        try (Response answer = get(change)) {
            return answer.body().bytes();
        }
    }

    private Response get(UnaryOperator<PolicySite> change) throws IOException {
        server.serve(HOST, change.apply(PolicySite.serving(POLICY)));
        return get(HOST);
    }

    private Response get(String host) throws IOException {
        return client(Duration.ZERO).newCall(request(host)).execute();
    }

    private Request request(String host) {
        return new Request.Builder()
                .url("https://" + host + ":" + server.port() + "/.well-known/mta-sts.txt")
                .header("Accept-Encoding", "identity")
                .build();
    }

    private OkHttpClient client(Duration callTimeout) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ca.root())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})))
                .callTimeout(callTimeout)
                .followRedirects(false)
                .build();
    }

    private HandshakeCertificates trust() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(ca.root())
                .build();
    }
}
