package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.HOST;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.PolicySite;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MtaStsWorldExtension.class)
class AnswersTest {

    @Test
    void fetchesAPolicy(MtaStsWorld world) {
        PolicyResponse response = fetch(world, site -> site);

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        assertThat(response.httpStatus()).contains(200);
        assertThat(response.contentType()).contains("text/plain");
        assertThat(response.body()).contains(Octets.of(POLICY));
        assertThat(response.location()).isEmpty();
        assertThat(response.aliases()).isEmpty();
        assertThat(response.addresses()).containsExactly("127.0.0.1");
        assertThat(response.attempts()).containsExactly(new FetchAttempt("127.0.0.1", FetchStatus.OK, ""));
        assertThat(response.detail()).isEmpty();
    }

    @Test
    void asksOnceOverHttp2AndTls13(MtaStsWorld world) {
        fetch(world, site -> site);

        assertThat(world.requests()).singleElement().satisfies(request -> {
            assertThat(request.host()).isEqualTo(HOST);
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/.well-known/mta-sts.txt");
            assertThat(request.protocol()).isEqualTo("HTTP/2");
            assertThat(request.tls()).isEqualTo("TLSv1.3");
            assertThat(request.header("accept-encoding")).contains("identity");
        });
    }

    @Test
    void bodyKeepsEveryOctet(MtaStsWorld world) {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        PolicyResponse response = fetch(world, site -> PolicySite.serving(octets));

        assertThat(response.body().orElseThrow().bytes()).isEqualTo(octets);
    }

    @Test
    void contentTypeIsTakenAsReceived(MtaStsWorld world) {
        assertThat(fetch(world, site -> site.header("Content-Type", "Text/HTML ;x=\"y\""))
                        .contentType())
                .contains("Text/HTML ;x=\"y\"");
        assertThat(fetch(world, site -> site.withoutHeader("Content-Type")).contentTypes())
                .isEmpty();
    }

    @Test
    void everyContentTypeIsKeptInItsOrder(MtaStsWorld world) {
        PolicyResponse response =
                fetch(world, site -> site.header("Content-Type", "text/html").addHeader("Content-Type", "text/plain"));

        assertThat(response.contentTypes()).containsExactly("text/html", "text/plain");
        assertThat(response.contentType()).contains("text/html");
    }

    @Test
    void aFloodOfContentTypesIsCut(MtaStsWorld world) {
        PolicyResponse response = fetch(world, site -> {
            PolicySite flooding = site;
            for (int i = 0; i < 100; i++) {
                flooding = flooding.addHeader("Content-Type", "text/" + i);
            }
            return flooding;
        });

        assertThat(response.contentTypes()).hasSize(10).startsWith("text/plain", "text/0");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 304, 400, 401, 403, 404, 407, 408, 410, 421, 429, 500, 503, 599})
    void anyStatusIsAnAnswerAndIsAskedForOnce(int status, MtaStsWorld world) {
        PolicyResponse response = fetch(
                world,
                site -> (status == 204 || status == 304 ? PolicySite.serving("") : site)
                        .status(status)
                        .header("Retry-After", "0")
                        .header("WWW-Authenticate", "Basic realm=\"x\"")
                        .header("Proxy-Authenticate", "Basic realm=\"x\""));

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        assertThat(response.httpStatus()).contains(status);
        assertThat(response.body()).isEmpty();
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void anAbsurdRetryAfterIsNotAFailure(MtaStsWorld world) {
        PolicyResponse response = fetch(world, site -> site.status(503).header("Retry-After", "99999999999999"));

        assertThat(response.httpStatus()).contains(503);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectsAreShownAndNeverFollowed(int status, MtaStsWorld world) {
        PolicyResponse response = fetch(
                world,
                site -> site.redirect("https://mta-sts.example.org/elsewhere").status(status));

        assertThat(response.httpStatus()).contains(status);
        assertThat(response.location()).contains("https://mta-sts.example.org/elsewhere");
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void aSecondFetchBringsNoCookieBack(MtaStsWorld world) {
        world.domain(Loopback.DOMAIN)
                .policy(POLICY)
                .https(site -> site.header("Set-Cookie", "a=b").header("Cache-Control", "max-age=3600"));
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world).build()) {
            fetch(fetcher);
            fetch(fetcher);
        }

        assertThat(world.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("cookie")).isEmpty();
            assertThat(request.header("authorization")).isEmpty();
            assertThat(request.header("if-none-match")).isEmpty();
        });
    }

    @Test
    void gzipThatNobodyAskedForIsDecompressedAndReported(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::gzipped);

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        assertThat(response.body()).contains(Octets.of(POLICY));
        assertThat(response.detail()).isEqualTo("sent with gzip, although the request asked for none");
    }

    @Test
    void aGzipBombIsTooLarge(MtaStsWorld world) {
        assertThat(fetch(world, PolicySite::gzipBomb).status()).isEqualTo(FetchStatus.TOO_LARGE);
    }

    @Test
    void whatIsNotGzipThoughItSaysSoIsAProtocolError(MtaStsWorld world) {
        assertThat(fetch(world, site -> site.header("Content-Encoding", "gzip")).status())
                .isEqualTo(FetchStatus.PROTOCOL_ERROR);
    }

    @Test
    void anotherCodingIsAProtocolError(MtaStsWorld world) {
        PolicyResponse response = fetch(world, site -> site.header("Content-Encoding", "br"));

        assertThat(response.status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(response.httpStatus()).contains(200);
        assertThat(response.detail()).isEqualTo("Content-Encoding br, although the request asked for none");
    }

    @Test
    void reads64KiBAndNoOctetMore(MtaStsWorld world) {
        PolicyResponse full = fetch(world, site -> PolicySite.serving(octets(65_536)));
        PolicyResponse over = fetch(world, site -> PolicySite.serving(octets(65_537)));

        assertThat(full.status()).isEqualTo(FetchStatus.OK);
        assertThat(full.body().orElseThrow().length()).isEqualTo(65_536);
        assertThat(over.status()).isEqualTo(FetchStatus.TOO_LARGE);
        assertThat(over.body()).isEmpty();
        assertThat(over.httpStatus()).contains(200);
        assertThat(over.contentType()).contains("text/plain");
    }

    @Test
    void decompressed64KiBAreReadAndNoOctetMore(MtaStsWorld world) {
        PolicyResponse full =
                fetch(world, site -> PolicySite.serving(octets(65_536)).gzipped());
        PolicyResponse over =
                fetch(world, site -> PolicySite.serving(octets(65_537)).gzipped());

        assertThat(full.status()).isEqualTo(FetchStatus.OK);
        assertThat(over.status()).isEqualTo(FetchStatus.TOO_LARGE);
    }

    @Test
    void tenGigabytesAreTooLarge(MtaStsWorld world) {
        assertThat(fetch(world, PolicySite::huge).status()).isEqualTo(FetchStatus.TOO_LARGE);
        assertThat(fetch(world, PolicySite::hugeChunked).status()).isEqualTo(FetchStatus.TOO_LARGE);
    }

    @Test
    void aCutBodyIsAProtocolError(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::truncated);

        assertThat(response.status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(response.detail()).isEqualTo("unexpected end of stream");
        assertThat(response.certificate()).isPresent();
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void brokenFramingIsAProtocolError(MtaStsWorld world) {
        assertThat(fetch(world, PolicySite::brokenChunks).status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void whatIsNotHttpIsAProtocolErrorAndIsNotAskedTwice(MtaStsWorld world) {
        PolicyResponse response = fetch(world, PolicySite::notHttp);

        assertThat(response.status()).isEqualTo(FetchStatus.PROTOCOL_ERROR);
        assertThat(response.httpStatus()).isEmpty();
        assertThat(response.detail()).contains("220 mail.example ESMTP ready");
        assertThat(world.requests()).hasSize(1);
    }

    private static byte[] octets(int count) {
        byte[] octets = new byte[count];
        Arrays.fill(octets, (byte) 'x');
        return octets;
    }
}
