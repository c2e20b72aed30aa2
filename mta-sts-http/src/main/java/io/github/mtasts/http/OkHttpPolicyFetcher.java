package io.github.mtasts.http;

import io.github.mtasts.runtime.EllipticCurves;
import io.github.mtasts.runtime.Neighbour;
import io.github.mtasts.spi.AddressGuard;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Fetches policies over HTTPS, as RFC 8461, section 3.3 requires, and reports exactly what went wrong.
 *
 * <p>Made for hosts that belong to strangers: it connects to public addresses only, follows no redirect, keeps no
 * cookie, sends no credentials, uses no proxy and no HTTP cache, speaks TLS 1.2 or 1.3, and reads no more than 64 KiB. Each fetch
 * makes a new connection and a full handshake, so that the certificate seen is today's.
 *
 * <p>The addresses of the policy host are tried one after the other, each with a fair share of the time, until a TLS
 * handshake succeeds. The outcome of the request is then final; it is never sent again. If TLS succeeds with none, the response
 * describes the address that came furthest, and {@link PolicyResponse#detail()} all of them.
 *
 * <p>Only the body of an answer with status 200 is read, since others cannot be a policy. Thread-safe; made once, for many fetches.
 *
 * <pre>{@code
 * var dns = DnsjavaResolver.system();
 * try (var policies = OkHttpPolicyFetcher.using(dns)) {
 *     PolicyResponse response =
 *             policies.fetchPolicy(URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt")).join();
 *     log.info("{}", response);
 * }
 * }</pre>
 */
public final class OkHttpPolicyFetcher implements PolicyFetcher, AutoCloseable {

    private final AddressResolver dns;
    private final OkHttpClient client;
    private final int port;
    private final Duration timeout;
    private final Predicate<InetAddress> permitted;
    private final ExecutorService threads;
    private final boolean ownThreads;
    private final Set<Fetch> unfinished = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private OkHttpPolicyFetcher(Builder settings) {
        this.dns = settings.dns;
        this.port = settings.port;
        this.timeout = settings.timeout;
        Predicate<InetAddress> allowed = settings.allowed;
        this.permitted = address -> AddressGuard.isPublicUnicast(address) || allowed.test(address);
        OkHttpClient given = settings.client;
        this.ownThreads = given == null;
        this.threads = given == null ? Clients.threads() : given.dispatcher().executorService();
        this.client = Clients.strict(given, settings.trusted);
    }

    /**
     * A fetcher with the settings of {@link #builder}.
     *
     * @param dns looks the policy hosts up
     * @return the fetcher
     * @throws IllegalStateException as in {@link Builder#build}
     */
    public static OkHttpPolicyFetcher using(AddressResolver dns) {
        return builder(dns).build();
    }

    /**
     * Begins the settings of a fetcher.
     *
     * @param dns looks the policy hosts up
     * @return port 443, 20 seconds, public addresses only, the system's roots
     */
    public static Builder builder(AddressResolver dns) {
        return new Builder(dns);
    }

    /**
     * Fetches a policy. Returns at once; cancelling the future stops the lookup or closes the connection.
     *
     * @param url an {@code https} URL
     * @return completes with the outcome, failures included; never with null
     * @throws IllegalArgumentException when the URL is not {@code https} with a host
     */
    @Override
    public CompletableFuture<PolicyResponse> fetchPolicy(URI url) {
        if (!"https".equalsIgnoreCase(Objects.requireNonNull(url, "url").getScheme())
                || url.getRawAuthority() == null) {
            throw new IllegalArgumentException("not an https URL with a host: " + url);
        }
        HttpUrl target = HttpUrl.parse(url.toString());
        if (target == null) {
            return CompletableFuture.completedFuture(
                    PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "not a valid host name"));
        }
        Request request =
                request(port == 0 ? target : target.newBuilder().port(port).build());
        Fetch fetch = new Fetch(client, request, permitted, timeout);
        unfinished.add(fetch);
        if (closed) {
            unfinished.remove(fetch);
            return CompletableFuture.completedFuture(Fetch.CLOSED);
        }
        return fetch.start(lookUp(request.url().host()), threads, () -> unfinished.remove(fetch));
    }

    /**
     * Closes all connections, and ends the fetcher's own threads. Fetches that are in progress, or begin later, end as
     * {@link FetchStatus#HOST_LOOKUP_FAILED}. A client that was given to the fetcher stays as it is.
     */
    @Override
    public void close() {
        closed = true;
        unfinished.forEach(Fetch::close);
        if (ownThreads) {
            threads.shutdown();
        }
    }

    private static Request request(HttpUrl target) {
        return new Request.Builder()
                .url(target)
                .header("Accept-Encoding", "identity")
                .header("Connection", "close")
                .header("User-Agent", "mta-sts-java")
                .build();
    }

    private CompletableFuture<Lookup<InetAddress>> lookUp(String host) {
        try {
            return Objects.requireNonNull(dns.resolveAddresses(host), "the resolver returned null");
        } catch (RuntimeException | Error bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    /** The settings of a fetcher. */
    public static final class Builder {

        private static final Duration TIMEOUT = Duration.ofSeconds(20);

        private final AddressResolver dns;
        private final List<X509Certificate> trusted = new ArrayList<>();
        private @Nullable OkHttpClient client;
        private int port;
        private Duration timeout = TIMEOUT;
        private Predicate<InetAddress> allowed = address -> false;

        private Builder(AddressResolver dns) {
            this.dns = Objects.requireNonNull(dns, "dns");
        }

        /**
         * A client to take settings from: threads (the executor of its dispatcher), event listeners, the timeouts of connecting, reading
         * and writing, and the roots it trusts. Interceptors, redirects, cookies, cache, proxy, authenticators, certificate pins, socket
         * factories and client certificates are left behind, and its limits on concurrent requests are ignored.
         *
         * @param given stays as it is, and is not closed
         * @return these settings
         */
        public Builder client(OkHttpClient given) {
            this.client = Objects.requireNonNull(given, "given");
            return this;
        }

        /**
         * A port in place of 443, for tests.
         *
         * @param number 1 to 65535
         * @return these settings
         */
        public Builder port(int number) {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("port out of range: " + number);
            }
            this.port = number;
            return this;
        }

        /**
         * The deadline of a fetch, lookup included.
         *
         * @param deadline at least a millisecond, at most a day
         * @return these settings
         */
        public Builder timeout(Duration deadline) {
            if (Objects.requireNonNull(deadline, "deadline").compareTo(Duration.ofMillis(1)) < 0
                    || deadline.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("timeout out of range: " + deadline);
            }
            this.timeout = deadline;
            return this;
        }

        /**
         * Addresses to connect to although they are not public, for tests and intranets.
         *
         * @param addresses returns true for each of them; called by many threads
         * @return these settings
         */
        public Builder allowAddresses(Predicate<InetAddress> addresses) {
            this.allowed = Objects.requireNonNull(addresses, "addresses");
            return this;
        }

        /**
         * Certificate authorities to trust besides the system's, or besides those of the client given.
         *
         * @param roots their certificates
         * @return these settings
         */
        public Builder trust(X509Certificate... roots) {
            for (X509Certificate root : roots) {
                trusted.add(Objects.requireNonNull(root, "roots"));
            }
            return this;
        }

        /**
         * Makes the fetcher.
         *
         * @return to be closed when it is no longer needed
         * @throws IllegalStateException when the class path has an OkHttp before 5.0 or an okio before 3.13, or when the runtime
         *     has no elliptic curves: up to JDK 21, a jlink image without the module {@code jdk.crypto.ec}
         */
        public OkHttpPolicyFetcher build() {
            Neighbour.require(
                    "OkHttp", "5.0", OkHttpClient.class, () -> new OkHttpClient.Builder().fastFallback(false));
            Neighbour.require("okio", "3.13", Buffer.class, () -> Okio.inMemorySocketPair(1));
            EllipticCurves.require();
            return new OkHttpPolicyFetcher(this);
        }
    }
}
