package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.DOMAIN;
import static io.github.mtasts.http.Loopback.POLICY;
import static io.github.mtasts.http.Loopback.URL;
import static io.github.mtasts.http.Loopback.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.ServedCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MtaStsWorldExtension.class)
class LifeCycleTest {

    @Test
    void eachFetchMakesAConnectionOfItsOwn(MtaStsWorld world) {
        ServedCertificate shared = ServedCertificate.names("mta-sts.example.org", "mta-sts.example.net");
        world.domain(DOMAIN).policy(POLICY).certificate(shared);
        world.domain("example.net").policy(POLICY).certificate(shared);
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world).build()) {
            Loopback.fetch(fetcher);
            Loopback.fetch(fetcher);
            fetcher.fetchPolicy(Loopback.url("example.net")).join();
        }

        assertThat(world.requests()).hasSize(3);
        assertThat(world.connections()).isEqualTo(3);
    }

    @Test
    void aHundredFetchesGoOnAtOnce(MtaStsWorld world) {
        world.domain(DOMAIN).policy(POLICY);
        CompletableFuture<Lookup<InetAddress>> lookup = new CompletableFuture<>();
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world, host -> lookup.copy())
                .timeout(Duration.ofMinutes(1))
                .build()) {
            List<CompletableFuture<PolicyResponse>> fetches = IntStream.range(0, 100)
                    .mapToObj(i -> fetcher.fetchPolicy(URL))
                    .toList();

            lookup.complete(Lookup.found(List.of(Loopback.address("127.0.0.1"))));

            assertThat(fetches)
                    .allSatisfy(fetch -> assertThat(fetch.join().status()).isEqualTo(FetchStatus.OK));
            assertThat(world.connections()).isEqualTo(100);
        }
    }

    @Test
    void cancellingStopsTheLookup() {
        CompletableFuture<Lookup<InetAddress>> lookup = new CompletableFuture<>();
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(host -> lookup)) {
            fetcher.fetchPolicy(URL).cancel(true);

            assertThat(lookup).isCancelled();
        }
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        try (RawServer silent = silentServer(connected);
                OkHttpPolicyFetcher fetcher = to(silent)) {
            CompletableFuture<PolicyResponse> fetch = fetcher.fetchPolicy(URL);
            connected.await();

            fetch.cancel(true);

            assertThat(silent.played()).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void closingEndsFetchesInProgressAndLaterOnesWithAStatus() throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        try (RawServer silent = silentServer(connected)) {
            OkHttpPolicyFetcher fetcher = to(silent);
            CompletableFuture<PolicyResponse> fetch = fetcher.fetchPolicy(URL);
            connected.await();

            fetcher.close();

            PolicyResponse closed = PolicyResponse.without(FetchStatus.HOST_LOOKUP_FAILED, "the fetcher was closed");
            assertThat(fetch.join()).isEqualTo(closed);
            assertThat(silent.played()).succeedsWithin(Duration.ofMinutes(1));
            assertThat(fetcher.fetchPolicy(URL).join()).isEqualTo(closed);
        }
    }

    @Test
    void noThreadIsTakenWhileTheDnsIsAsked() {
        CompletableFuture<Lookup<InetAddress>> lookup = new CompletableFuture<>();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        OkHttpClient client =
                new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
        try (OkHttpPolicyFetcher fetcher =
                OkHttpPolicyFetcher.builder(host -> lookup).client(client).build()) {
            CompletableFuture<PolicyResponse> fetch = fetcher.fetchPolicy(URL);
            assertThat(threads.getTaskCount()).isZero();

            lookup.complete(Lookup.without(LookupStatus.NO_SUCH_NAME, ""));

            assertThat(fetch.join().status()).isEqualTo(FetchStatus.HOST_NOT_FOUND);
            assertThat(threads.getTaskCount()).isEqualTo(1);
        }
        assertThat(threads.isShutdown()).isFalse();
        threads.shutdown();
    }

    @Test
    void theDeadlineIncludesTheLookup() {
        CompletableFuture<Lookup<InetAddress>> never = new CompletableFuture<>();
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(host -> never)
                .timeout(Duration.ofMillis(50))
                .build()) {
            assertThat(Loopback.fetch(fetcher).status()).isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
            assertThat(never).isCancelled();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mta-sts.example.org/",
                "https:///x",
                "https:x",
                "mta-sts.example.org",
                "ftp://example.org/"
            })
    void refusesUrlsThatAreNotHttps(String url) {
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(at("127.0.0.1"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> fetcher.fetchPolicy(URI.create(url)));
        }
    }

    @Test
    void aDeadlineThatPassedBeforeTheFirstAddressIsATimeOut() {
        CountDownLatch late = new CountDownLatch(1);
        ThreadPoolExecutor busy = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        busy.execute(() -> {
            try {
                late.await();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        OkHttpClient client =
                new OkHttpClient.Builder().dispatcher(new Dispatcher(busy)).build();
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(at("127.0.0.1"))
                .client(client)
                .allowAddresses(InetAddress::isLoopbackAddress)
                .timeout(Duration.ofMillis(20))
                .build()) {
            CompletableFuture<PolicyResponse> fetch = fetcher.fetchPolicy(URL);
            CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS).execute(late::countDown);

            assertThat(fetch.join().status()).isEqualTo(FetchStatus.TIMED_OUT);
            assertThat(fetch.join().detail()).isEqualTo("127.0.0.1: no time left to try it");
        } finally {
            busy.shutdown();
        }
    }

    @Test
    void aNameTooLongForTheDnsIsNotFound() {
        String domain = "a.".repeat(124) + "org";
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(at("127.0.0.1"))) {
            PolicyResponse response = fetcher.fetchPolicy(Loopback.url(domain)).join();

            assertThat(response.status()).isEqualTo(FetchStatus.HOST_NOT_FOUND);
            assertThat(response.detail()).isEqualTo("not a valid host name");
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        OkHttpPolicyFetcher.Builder builder = OkHttpPolicyFetcher.builder(at("127.0.0.1"));

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofDays(2)));
    }

    private static RawServer silentServer(CountDownLatch connected) throws IOException {
        return RawServer.start("127.0.0.1", 0, connection -> {
            connected.countDown();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    private static OkHttpPolicyFetcher to(RawServer server) {
        return OkHttpPolicyFetcher.builder(at("127.0.0.1"))
                .port(server.port())
                .allowAddresses(InetAddress::isLoopbackAddress)
                .build();
    }
}
