package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.HOST;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static io.github.mtasts.testing.ServedCertificate.selfSigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.PolicySite;
import io.github.mtasts.testing.ServedCertificate;
import java.io.File;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client of the user's own gets the treatment of every other, whatever it was set to. */
@ExtendWith(MtaStsWorldExtension.class)
class OwnClientTest {

    @Test
    void followsNoRedirect(MtaStsWorld world) {
        OkHttpClient client = new OkHttpClient.Builder()
                .followRedirects(true)
                .followSslRedirects(true)
                .build();

        PolicyResponse response = fetch(world, client, site -> site.redirect("https://" + HOST + "/elsewhere"));

        assertThat(response.httpStatus()).contains(301);
        assertThat(world.requests()).hasSize(1);
    }

    @Test
    void sendsNeitherCookiesNorCredentialsNorWhatInterceptorsAdd(MtaStsWorld world) {
        CookieJar jar = new CookieJar() {
            @Override
            public List<Cookie> loadForRequest(HttpUrl url) {
                return List.of(new Cookie.Builder()
                        .domain(url.host())
                        .name("a")
                        .value("b")
                        .build());
            }

            @Override
            public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}
        };
        OkHttpClient client = new OkHttpClient.Builder()
                .cookieJar(jar)
                .authenticator((route, answer) -> answer.request()
                        .newBuilder()
                        .header("Authorization", Credentials.basic("user", "secret"))
                        .build())
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Secret", "1").build()))
                .addNetworkInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Secret", "2").build()))
                .build();

        PolicyResponse response =
                fetch(world, client, site -> site.status(401).header("WWW-Authenticate", "Basic realm=\"x\""));

        assertThat(response.httpStatus()).contains(401);
        assertThat(world.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("cookie")).isEmpty();
            assertThat(request.header("authorization")).isEmpty();
            assertThat(request.header("x-secret")).isEmpty();
        });
    }

    @Test
    void goesPastProxyAndCacheAndPool(@TempDir File directory, MtaStsWorld world) {
        OkHttpClient client = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128)))
                .cache(new Cache(directory, 1 << 20))
                .connectionPool(new ConnectionPool())
                .build();
        world.domain(DOMAIN).policy(POLICY).https(site -> site.header("Cache-Control", "max-age=3600"));
        try (OkHttpPolicyFetcher fetcher =
                Loopback.fetcher(world).client(client).build()) {
            assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.OK);
            assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.OK);
        }

        assertThat(world.requests()).hasSize(2);
        assertThat(world.connections()).isEqualTo(2);
        assertThat(client.connectionPool().connectionCount()).isZero();
    }

    @Test
    void speaksHttp2AlsoWhereTheClientWouldNot(MtaStsWorld world) {
        OkHttpClient client =
                new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();

        fetch(world, client, site -> site);

        assertThat(world.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.protocol()).isEqualTo("HTTP/2"));
    }

    @Test
    void trustsWhomTheClientTrustsButChecksNamesAndDatesAllTheSame(MtaStsWorld world) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(world.ca())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .hostnameVerifier((host, session) -> true)
                .build();
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at("127.0.0.1"))
                .client(client)
                .port(world.httpsPort())
                .allowAddresses(address -> true)
                .build()) {
            world.domain(DOMAIN).policy(POLICY);
            assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.OK);

            world.domain(DOMAIN).policy(POLICY).certificate(ServedCertificate.wrongName("other.example"));
            assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.TLS_NAME_MISMATCH);
        }
    }

    @Test
    void everyFetchHasItsCertificateCheckedAnew(MtaStsWorld world) {
        CountingTrust trust = new CountingTrust();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory((SSLSocketFactory) SSLSocketFactory.getDefault(), trust)
                .build();
        world.domain(DOMAIN).policy(POLICY);
        try (OkHttpPolicyFetcher fetcher =
                Loopback.fetcher(world).client(client).build()) {
            for (int i = 0; i < 3; i++) {
                assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.OK);
            }
        }

        assertThat(trust.checks).hasValue(3);
    }

    @Test
    void datesApplyEvenToAClientThatTrustsEveryone(MtaStsWorld world) {
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory((SSLSocketFactory) SSLSocketFactory.getDefault(), new CountingTrust())
                .build();

        PolicyResponse response = fetch(
                world, client, site -> site.certificate(expired(daysAgo(1)).and(selfSigned())));

        assertThat(response.status()).isEqualTo(FetchStatus.TLS_EXPIRED);
    }

    @Test
    void keepsItsTimeoutsAndEventListeners(MtaStsWorld world) {
        ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
        OkHttpClient client = new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(300))
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        events.add(call.request().url().host());
                    }
                })
                .build();

        assertThat(fetch(world, client, PolicySite::silent).status()).isEqualTo(FetchStatus.TIMED_OUT);
        assertThat(events).containsExactly(HOST);
    }

    private static PolicyResponse fetch(MtaStsWorld world, OkHttpClient client, UnaryOperator<PolicySite> change) {
        world.domain(DOMAIN).policy(POLICY).https(change);
        try (OkHttpPolicyFetcher fetcher =
                Loopback.fetcher(world).client(client).build()) {
            return Loopback.fetch(fetcher);
        }
    }

    /** Trusts everyone, and counts. */
    private static final class CountingTrust implements X509TrustManager {

        private final AtomicInteger checks = new AtomicInteger();

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            checks.incrementAndGet();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
