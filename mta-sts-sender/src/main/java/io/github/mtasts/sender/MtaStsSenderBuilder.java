package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.DaemonPool;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link MtaStsSender}; not thread-safe. Every setter refuses null and gives this builder back. A timeout that is
 * not positive is an {@link IllegalArgumentException}.
 */
public final class MtaStsSenderBuilder {

    private @Nullable TxtResolver txt;
    private @Nullable PolicyFetcher fetcher;
    private Dane.@Nullable Resolvers dane;
    private PolicyStore store = PolicyStore.inMemory();
    private OperatorRules rules = domain -> Optional.empty();
    private SenderListener listener = new SenderListener() {};
    private @Nullable Set<TrustAnchor> anchors;
    private @Nullable Executor executor;
    private Duration lookupTimeout = Duration.ofSeconds(10);
    private Duration fetchTimeout = Duration.ofSeconds(20);
    private Clock clock = Clock.systemUTC();

    MtaStsSenderBuilder() {}

    /**
     * What looks TXT records up.
     *
     * @param txtResolver the port
     * @return this
     */
    public MtaStsSenderBuilder resolver(TxtResolver txtResolver) {
        txt = Objects.requireNonNull(txtResolver, "txtResolver");
        return this;
    }

    /**
     * What fetches policies.
     *
     * @param policyFetcher the port
     * @return this
     */
    public MtaStsSenderBuilder policyFetcher(PolicyFetcher policyFetcher) {
        fetcher = Objects.requireNonNull(policyFetcher, "policyFetcher");
        return this;
    }

    /**
     * What tells whether MX hosts have TLSA records. Without it {@link MtaStsSender#forHost} knows no DANE.
     *
     * @param <R> the object's type
     * @param dns only answers that it marks as authenticated count, so it needs a resolver that validates DNSSEC and is
     *     declared trusted
     * @return this
     */
    public <R extends MxResolver & AddressResolver & TlsaResolver> MtaStsSenderBuilder dane(R dns) {
        Objects.requireNonNull(dns, "dns");
        dane = new Dane.Resolvers(dns, dns, dns);
        return this;
    }

    /**
     * Where policies outlive the process.
     *
     * @param policyStore {@link PolicyStore#inMemory()} by default; whoever made it closes it
     * @return this
     */
    public MtaStsSenderBuilder store(PolicyStore policyStore) {
        store = Objects.requireNonNull(policyStore, "policyStore");
        return this;
    }

    /**
     * What the operator says of domains.
     *
     * @param operatorRules none by default
     * @return this
     */
    public MtaStsSenderBuilder rules(OperatorRules operatorRules) {
        rules = Objects.requireNonNull(operatorRules, "operatorRules");
        return this;
    }

    /**
     * Who hears of sessions, decisions and fetches.
     *
     * @param senderListener nobody by default
     * @return this
     */
    public MtaStsSenderBuilder listener(SenderListener senderListener) {
        listener = Objects.requireNonNull(senderListener, "senderListener");
        return this;
    }

    /**
     * The roots to which the certificates of MX hosts must chain.
     *
     * @param roots in place of those of the Java runtime
     * @return this
     */
    public MtaStsSenderBuilder trust(Collection<X509Certificate> roots) {
        anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /**
     * How long a DNS look-up may take.
     *
     * @param limit positive; 10 seconds by default
     * @return this
     */
    public MtaStsSenderBuilder lookupTimeout(Duration limit) {
        lookupTimeout = positive(limit);
        return this;
    }

    /**
     * How long a policy fetch may take, the look-up of the policy host included.
     *
     * @param limit positive; 20 seconds by default
     * @return this
     */
    public MtaStsSenderBuilder fetchTimeout(Duration limit) {
        fetchTimeout = positive(limit);
        return this;
    }

    /**
     * Where answers are judged, the store is called, and deadlines are watched.
     *
     * @param runner should have two threads or more; by default a small pool of daemon threads that end when idle
     * @return this
     */
    public MtaStsSenderBuilder executor(Executor runner) {
        executor = Objects.requireNonNull(runner, "runner");
        return this;
    }

    /**
     * What tells the time, by which policies expire.
     *
     * @param watch the system's by default
     * @return this
     */
    public MtaStsSenderBuilder clock(Clock watch) {
        clock = Objects.requireNonNull(watch, "watch");
        return this;
    }

    /**
     * Makes the sender. What is stored is read in the background; a domain that is asked for before is read at once.
     *
     * @return a sender, to be closed by the caller
     * @throws IllegalStateException when there is no resolver or no policy fetcher, or the Java runtime has no roots and none
     *     were given
     */
    public MtaStsSender build() {
        Executor runner = executor == null ? DaemonPool.named("mta-sts-sender") : executor;
        return build(runner, Alarm.on(runner), new Schedule(() -> ThreadLocalRandom.current()
                .nextDouble()));
    }

    MtaStsSender build(Executor runner, Alarm alarm, Schedule schedule) {
        if (txt == null) {
            throw new IllegalStateException("a sender needs a resolver: call resolver(…)");
        }
        if (fetcher == null) {
            throw new IllegalStateException("a sender needs a policy fetcher: call policyFetcher(…)");
        }
        Ports ports = new Ports(txt, fetcher, lookupTimeout, fetchTimeout, alarm);
        return new MtaStsSender(new MtaStsSender.Parts(
                        new GuardedRules(rules),
                        ports,
                        new StoredPolicies(store),
                        new SenderEvents(listener, clock),
                        clock,
                        runner,
                        anchors == null ? RuntimeRoots.anchors() : anchors,
                        new Dane(dane, ports, clock, runner),
                        schedule,
                        alarm))
                .start();
    }

    private static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive, and is " + limit);
        }
        return limit;
    }
}
