package io.github.mtasts.dns;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.runtime.Neighbour;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Type;

/**
 * The DNS ports over real DNS: a client of recursive resolvers, with dnsjava's messages and its own sockets. One thread
 * waits for all sockets, two complete the futures; lookups do not park threads. Nothing is cached.
 *
 * <p>Thread-safe, meant to be made once, and closed when no longer needed. Each question goes out over UDP from a random
 * port (RFC 5452), again over TCP when the answer was truncated, and to the next server when one fails or is silent. What was
 * answered is in {@link Lookup}: NXDOMAIN is {@link LookupStatus#NO_SUCH_NAME}, NODATA {@link LookupStatus#NO_RECORDS}, any
 * other response code, a CNAME loop or a broken answer {@link LookupStatus#SERVER_FAILURE} with which it was in
 * {@link Lookup#detail}, silence {@link LookupStatus#TIMED_OUT}, servers none of which can be reached
 * {@link LookupStatus#RESOLVER_UNREACHABLE}. Network failures are never thrown.
 * How long an answer may be kept is the shortest TTL of its records and aliases, of a denial the one that its SOA gives
 * (RFC 2308, section 5); a failure has none. Nothing is authenticated unless {@link Builder#trustAd} was called.
 *
 * <p>Cancelling a future closes its sockets. What follows a future runs on the two completing threads: blocking code belongs
 * on the caller's executor, as in {@code thenApplyAsync(…, executor)}.
 *
 * <pre>{@code
 * try (var dns = DnsjavaResolver.system()) {
 *     Lookup<TxtRecord> answer = dns.resolveTxt("_mta-sts.example.org").join();
 *     log.info("{} {}", answer.status(), answer.records());
 * }
 * }</pre>
 */
public final class DnsjavaResolver implements TxtResolver, MxResolver, TlsaResolver, AddressResolver, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DnsjavaResolver.class);
    private static final int COMPLETING_THREADS = 2;
    private static final String CLOSED = "the resolver was closed";

    private final Settings settings;
    private final Set<Resolution<?>> underWay = new HashSet<>();
    private final ThreadPoolExecutor completing;
    private final EventLoop loop;

    private DnsjavaResolver(Settings settings) {
        this.settings = settings;
        completing = new ThreadPoolExecutor(
                COMPLETING_THREADS, COMPLETING_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "mta-sts-dns-answers");
                    thread.setDaemon(true);
                    return thread;
                });
        completing.allowCoreThreadTimeOut(true);
        loop = new EventLoop(this::letGo);
    }

    /**
     * A resolver that asks the system's name servers, as dnsjava finds them: its property {@code dns.server}, the JDK's, or
     * the operating system's configuration.
     *
     * @return an open resolver
     * @throws IllegalStateException as in {@link Builder#build}
     */
    public static DnsjavaResolver system() {
        return builder().build();
    }

    /**
     * A resolver that asks these name servers, the first one first.
     *
     * @param servers recursive resolvers, at least one
     * @return an open resolver
     * @throws IllegalStateException as in {@link Builder#build}
     */
    public static DnsjavaResolver at(InetSocketAddress... servers) {
        return builder().servers(servers).build();
    }

    /**
     * Settings to change.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CompletableFuture<Lookup<TxtRecord>> resolveTxt(String name) {
        return lookUp(Objects.requireNonNull(name, "name"), Type.TXT, Records::txt);
    }

    @Override
    public CompletableFuture<Lookup<MxHost>> resolveMx(String domain) {
        return lookUp(Objects.requireNonNull(domain, "domain"), Type.MX, Records::mx);
    }

    @Override
    public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
        return lookUp(Objects.requireNonNull(name, "name"), Type.TLSA, Records::tlsa);
    }

    /**
     * Looks IPv4 and IPv6 addresses up side by side. What either lookup finds is found, whatever becomes of the other; the TTL
     * is the shorter one of those that found some, and the outcome is authenticated when each of them is. When neither finds
     * any, both must say so, and the same holds of the two denials.
     */
    @Override
    public CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host) {
        CompletableFuture<Lookup<InetAddress>> a = lookUp(Objects.requireNonNull(host, "host"), Type.A, Records::a);
        CompletableFuture<Lookup<InetAddress>> aaaa = lookUp(host, Type.AAAA, Records::aaaa);
        CompletableFuture<Lookup<InetAddress>> both = a.thenCombine(aaaa, Addresses::of);
        whenGivenUp(both, () -> {
            a.cancel(false);
            aaaa.cancel(false);
        });
        return both;
    }

    /** Closes all sockets. Lookups in progress, or begun later, end as {@link LookupStatus#SERVER_FAILURE}. */
    @Override
    public void close() {
        loop.close();
    }

    /** For tests: completes with how many sockets are open. */
    CompletableFuture<Long> openChannels() {
        CompletableFuture<Long> count = new CompletableFuture<>();
        if (!loop.execute(() -> count.complete(loop.openChannels()))) {
            count.complete(0L);
        }
        return count;
    }

    private <T> CompletableFuture<Lookup<T>> lookUp(String text, int type, Function<Record, T> read) {
        Optional<Name> name = Names.parse(text);
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_SUCH_NAME, "not a valid DNS name"));
        }
        CompletableFuture<Lookup<T>> future = new CompletableFuture<>();
        Resolution.Outcome<T> outcome = new Resolution.Outcome<>(
                found -> {
                    LOG.debug("{} {}: {}", RemoteText.escape(text), Type.string(type), found);
                    completing.execute(() -> future.complete(found));
                },
                ours -> completing.execute(() -> future.completeExceptionally(ours)));
        Resolution<T> resolution = new Resolution<>(loop, settings, name.get(), type, read, underWay, outcome);
        if (!loop.execute(resolution::start)) {
            return CompletableFuture.completedFuture(Lookup.without(LookupStatus.SERVER_FAILURE, CLOSED));
        }
        whenGivenUp(future, () -> loop.execute(resolution::close));
        return future;
    }

    /** Cancelled, or completed by {@code orTimeout}: lookups themselves end in an exception only when they are over. */
    private static void whenGivenUp(CompletableFuture<?> future, Runnable release) {
        var unused = future.whenComplete((found, givenUp) -> {
            if (givenUp != null) {
                release.run();
            }
        });
    }

    private void letGo() {
        List.copyOf(underWay).forEach(each -> each.fail(LookupStatus.SERVER_FAILURE, CLOSED));
        completing.shutdown();
    }

    /** Settings of a resolver. Not thread-safe. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(1);

        private List<InetSocketAddress> servers = List.of();
        private Duration timeout = Duration.ofSeconds(8);
        private int retries = 2;
        private boolean trustAd;
        private boolean unnamed;

        private Builder() {}

        /**
         * Asks these name servers, the first one first, in place of the system's.
         *
         * @param addresses recursive resolvers; {@link IllegalArgumentException} when the list is empty, or one is unresolved
         * @return this
         */
        public Builder servers(InetSocketAddress... addresses) {
            for (InetSocketAddress address : addresses) {
                Objects.requireNonNull(address, "addresses");
            }
            servers = List.of(addresses);
            if (servers.isEmpty() || servers.stream().anyMatch(InetSocketAddress::isUnresolved)) {
                throw new IllegalArgumentException("servers must be resolved, and at least one: " + servers);
            }
            return this;
        }

        /**
         * How long a lookup may take in all, with every server, retry and alias. Each server is given an equal share of it
         * until the next is asked as well; late answers are still used.
         *
         * @param duration 8 seconds unless set; {@link IllegalArgumentException} when it is not positive, or over a day
         * @return this
         */
        public Builder timeout(Duration duration) {
            if (Objects.requireNonNull(duration, "duration").isNegative()
                    || duration.isZero()
                    || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("timeout out of range: " + duration);
            }
            timeout = duration;
            return this;
        }

        /**
         * How often silent servers are asked again within the timeout. A server that answered, with a failure too, is not.
         *
         * @param rounds after the first; 2 unless set; {@link IllegalArgumentException} when it is not 0 to 100
         * @return this
         */
        public Builder retries(int rounds) {
            if (rounds < 0 || rounds > 100) {
                throw new IllegalArgumentException("retries out of range: " + rounds);
            }
            retries = rounds;
            return this;
        }

        /**
         * Believes the AD flag of all the servers, as {@code options trust-ad} does in {@code resolv.conf}. Only for resolvers
         * that validate DNSSEC and are reached over a path that others cannot write to, such as one at 127.0.0.1 (RFC 4035,
         * section 4.9.3; RFC 7672, section 2.1). The flag is asked for (RFC 6840, section 5.7), and a lookup is
         * {@link Lookup#authenticated} when each answer on its way has it. Without this the flag is neither asked for nor read.
         *
         * @return this
         */
        public Builder trustAd() {
            trustAd = true;
            return this;
        }

        /**
         * Says "the name server" in place of its address in {@link Lookup#detail}, and so in reports: for programs whose reports
         * go to strangers, who need not know the inside of a network.
         *
         * @return this
         */
        public Builder unnamedServers() {
            unnamed = true;
            return this;
        }

        /**
         * Makes the resolver.
         *
         * @return an open resolver, to be closed by the caller
         * @throws IllegalStateException when the class path has a dnsjava before 3.5
         */
        public DnsjavaResolver build() {
            Neighbour.require("dnsjava", "3.5", OPTRecord.class, () -> new OPTRecord(512, 0, 0, 0, new EDNSOption[0]));
            List<InetSocketAddress> chosen =
                    servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers;
            return new DnsjavaResolver(new Settings(List.copyOf(chosen), timeout, retries, trustAd, unnamed));
        }
    }
}
