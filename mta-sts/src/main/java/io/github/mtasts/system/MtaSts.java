package io.github.mtasts.system;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A checker, its resolver and its policy fetcher as one object. Thread-safe; meant to be made once, and closed at the end.
 *
 * <pre>{@code
 * try (var mtaSts = MtaSts.system()) {
 *     MtaStsReport report = mtaSts.check("example.org");
 * }
 * }</pre>
 *
 * <p>Its parts can be used directly: {@link #checker} for many domains, {@link #resolver} and {@link #policyFetcher} for a
 * sender. With a resolver or a fetcher that you bring, with an executor or with thresholds, use {@link MtaStsChecker#builder}.
 */
public final class MtaSts implements AutoCloseable {

    private final DnsjavaResolver resolver;
    private final OkHttpPolicyFetcher policyFetcher;
    private final MtaStsChecker checker;

    private MtaSts(DnsjavaResolver resolver, OkHttpPolicyFetcher policyFetcher, MtaStsChecker checker) {
        this.resolver = resolver;
        this.policyFetcher = policyFetcher;
        this.checker = checker;
    }

    /**
     * Asks the system's name servers, and trusts the Java runtime's roots.
     *
     * @return to be closed when it is no longer needed
     * @throws IllegalStateException as in {@link Builder#build}
     */
    public static MtaSts system() {
        return builder().build();
    }

    /**
     * Settings to change.
     *
     * @return a builder with the defaults of {@link #system}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks a domain, and waits for the report, as {@link MtaStsChecker#check} does.
     *
     * @param domain any case, a final dot and Unicode are fine; a bad name is a report with DOMAIN_INVALID
     * @return the report
     * @throws CancellationException when the thread is interrupted; the lookups are cancelled, and the thread stays interrupted
     */
    public MtaStsReport check(String domain) {
        return checker.check(domain);
    }

    /**
     * Checks a domain without waiting, as {@link MtaStsChecker#checkAsync} does.
     *
     * @param domain as for {@link #check}
     * @return completes with the report; cancelling it stops the lookups and the fetch
     */
    public CompletableFuture<MtaStsReport> checkAsync(String domain) {
        return checker.checkAsync(domain);
    }

    /**
     * The checker, which also checks many domains.
     *
     * @return works until this object is closed
     */
    public MtaStsChecker checker() {
        return checker;
    }

    /**
     * The resolver, for a sender or another user of the same DNS.
     *
     * @return closed with this object
     */
    public DnsjavaResolver resolver() {
        return resolver;
    }

    /**
     * The policy fetcher, for a sender.
     *
     * @return closed with this object
     */
    public OkHttpPolicyFetcher policyFetcher() {
        return policyFetcher;
    }

    /**
     * Closes the resolver and the policy fetcher. Checks in progress, or begun later, find that nothing can be looked up: their
     * verdict is UNDETERMINED. Closing again does nothing.
     */
    @Override
    public void close() {
        policyFetcher.close();
        resolver.close();
    }

    /** Settings; not thread-safe. Setters reject null and return this builder. */
    public static final class Builder {

        private static final Duration SHORTEST = Duration.ofMillis(1);
        private static final Duration LONGEST = Duration.ofDays(1);

        private final DnsjavaResolver.Builder dns = DnsjavaResolver.builder();
        private final List<X509Certificate> trusted = new ArrayList<>();
        private Predicate<InetAddress> allowed = address -> false;
        private OptionalInt port = OptionalInt.empty();
        private Duration timeout = Duration.ofSeconds(30);
        private Duration lookupTimeout = Duration.ofSeconds(10);
        private Duration fetchTimeout = Duration.ofSeconds(20);

        private Builder() {}

        /**
         * Asks these name servers, the first one first, in place of the system's.
         *
         * @param addresses recursive resolvers; {@link IllegalArgumentException} when the list is empty, or one is unresolved
         * @return this
         */
        public Builder servers(InetSocketAddress... addresses) {
            dns.servers(addresses);
            return this;
        }

        /**
         * Certificate authorities to trust besides the Java runtime's.
         *
         * @param roots their certificates
         * @return this
         */
        public Builder trust(X509Certificate... roots) {
            for (X509Certificate root : roots) {
                trusted.add(Objects.requireNonNull(root, "roots"));
            }
            return this;
        }

        /**
         * Addresses of policy hosts to connect to although they are not public, for tests and intranets.
         *
         * @param addresses returns true for each of them; called by many threads
         * @return this
         */
        public Builder allowAddresses(Predicate<InetAddress> addresses) {
            allowed = Objects.requireNonNull(addresses, "addresses");
            return this;
        }

        /**
         * The port of policy hosts in place of 443, for tests.
         *
         * @param number 1 to 65535
         * @return this
         */
        public Builder port(int number) {
            if (number < 1 || number > 65_535) {
                throw new IllegalArgumentException("port out of range: " + number);
            }
            port = OptionalInt.of(number);
            return this;
        }

        /**
         * How long a whole check may take.
         *
         * @param limit a millisecond to a day, otherwise {@link IllegalArgumentException}; 30 seconds by default
         * @return this
         */
        public Builder timeout(Duration limit) {
            timeout = inRange(limit);
            return this;
        }

        /**
         * How long a DNS lookup may take. The name servers share four fifths of it, so that a report can say which were silent.
         *
         * @param limit a millisecond to a day, otherwise {@link IllegalArgumentException}; 10 seconds by default
         * @return this
         */
        public Builder lookupTimeout(Duration limit) {
            lookupTimeout = inRange(limit);
            return this;
        }

        /**
         * How long the policy fetch may take, including the lookup of the policy host.
         *
         * @param limit a millisecond to a day, otherwise {@link IllegalArgumentException}; 20 seconds by default
         * @return this
         */
        public Builder fetchTimeout(Duration limit) {
            fetchTimeout = inRange(limit);
            return this;
        }

        /**
         * Makes all three.
         *
         * @return to be closed when it is no longer needed
         * @throws IllegalStateException when the class path has a dnsjava before 3.5, an OkHttp before 5.0 or an okio before 3.13,
         *     or when the runtime has no elliptic curves: up to JDK 21, a jlink image without the module {@code jdk.crypto.ec}
         */
        public MtaSts build() {
            DnsjavaResolver resolver =
                    dns.timeout(lookupTimeout.multipliedBy(4).dividedBy(5)).build();
            try {
                OkHttpPolicyFetcher fetcher = fetcher(resolver);
                MtaStsChecker checker = MtaStsChecker.builder()
                        .resolver(resolver)
                        .policyFetcher(fetcher)
                        .publicSuffixes(new OkHttpPublicSuffixes())
                        .timeout(timeout)
                        .lookupTimeout(lookupTimeout)
                        .fetchTimeout(fetchTimeout)
                        .build();
                return new MtaSts(resolver, fetcher, checker);
            } catch (RuntimeException | Error notMade) {
                resolver.close();
                throw notMade;
            }
        }

        private OkHttpPolicyFetcher fetcher(DnsjavaResolver resolver) {
            OkHttpPolicyFetcher.Builder fetcher = OkHttpPolicyFetcher.builder(resolver)
                    .trust(trusted.toArray(X509Certificate[]::new))
                    .allowAddresses(allowed)
                    .timeout(fetchTimeout);
            port.ifPresent(fetcher::port);
            return fetcher.build();
        }

        private static Duration inRange(Duration limit) {
            if (Objects.requireNonNull(limit, "limit").compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("timeout out of range: " + limit);
            }
            return limit;
        }
    }
}
