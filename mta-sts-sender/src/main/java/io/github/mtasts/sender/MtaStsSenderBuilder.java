package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.DaemonPool;
import io.github.mtasts.runtime.EllipticCurves;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link MtaStsSender}; not thread-safe. Setters reject null and return this builder; a timeout that is not positive
 * is an {@link IllegalArgumentException}.
 */
public final class MtaStsSenderBuilder {

    private @Nullable TxtResolver txt;
    private @Nullable PolicyFetcher fetcher;
    private @Nullable Set<TrustAnchor> anchors;
    private @Nullable Executor executor;
    private Duration lookupTimeout = Duration.ofSeconds(10);
    private Duration fetchTimeout = Duration.ofSeconds(20);
    Dane.@Nullable Resolvers dane;
    PolicyStore store = PolicyStore.inMemory();
    OperatorRules rules = domain -> Optional.empty();
    SenderListener listener = new SenderListener() {};
    Clock clock = Clock.systemUTC();

    MtaStsSenderBuilder() {}

    /**
     * Looks up TXT records.
     *
     * @param txtResolver the port
     * @return this
     */
    public MtaStsSenderBuilder resolver(TxtResolver txtResolver) {
        txt = Objects.requireNonNull(txtResolver, "txtResolver");
        return this;
    }

    /**
     * Fetches policies.
     *
     * @param policyFetcher the port
     * @return this
     */
    public MtaStsSenderBuilder policyFetcher(PolicyFetcher policyFetcher) {
        fetcher = Objects.requireNonNull(policyFetcher, "policyFetcher");
        return this;
    }

    /**
     * Looks up the TLSA records of MX hosts. Without it {@link MtaStsSender#forHost} ignores DANE.
     *
     * @param <R> the object's type
     * @param dns only answers that it marks as authenticated are used, so it needs a resolver that validates DNSSEC and is
     *     declared trusted
     * @return this
     */
    public <R extends MxResolver & AddressResolver & TlsaResolver> MtaStsSenderBuilder dane(R dns) {
        Objects.requireNonNull(dns, "dns");
        return dane(dns, dns, dns);
    }

    /**
     * As {@link #dane(MxResolver)}, with three ports.
     *
     * @param mx looks up MX records
     * @param addresses looks up addresses
     * @param tlsa looks up TLSA records
     * @return this
     */
    public MtaStsSenderBuilder dane(MxResolver mx, AddressResolver addresses, TlsaResolver tlsa) {
        dane = new Dane.Resolvers(
                Objects.requireNonNull(mx, "mx"),
                Objects.requireNonNull(addresses, "addresses"),
                Objects.requireNonNull(tlsa, "tlsa"));
        return this;
    }

    /**
     * Keeps policies beyond the life of the process.
     *
     * @param policyStore {@link PolicyStore#inMemory()} by default; not closed by the sender
     * @return this
     */
    public MtaStsSenderBuilder store(PolicyStore policyStore) {
        store = Objects.requireNonNull(policyStore, "policyStore");
        return this;
    }

    /**
     * Local rules, which override what domains publish.
     *
     * @param operatorRules none by default
     * @return this
     */
    public MtaStsSenderBuilder rules(OperatorRules operatorRules) {
        rules = Objects.requireNonNull(operatorRules, "operatorRules");
        return this;
    }

    /**
     * Receives sessions, decisions and fetches.
     *
     * @param senderListener none by default
     * @return this
     */
    public MtaStsSenderBuilder listener(SenderListener senderListener) {
        listener = Objects.requireNonNull(senderListener, "senderListener");
        return this;
    }

    /**
     * The roots to which certificates of MX hosts must chain, in place of those of the Java runtime.
     *
     * @param roots all of them; {@link IllegalArgumentException} when there is none
     * @return this
     */
    public MtaStsSenderBuilder trustOnly(X509Certificate... roots) {
        if (Objects.requireNonNull(roots, "roots").length == 0) {
            throw new IllegalArgumentException("trustOnly needs at least one root");
        }
        anchors = Stream.of(roots)
                .map(root -> new TrustAnchor(Objects.requireNonNull(root, "roots"), null))
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /**
     * How long a DNS lookup may take.
     *
     * @param limit positive; 10 seconds by default
     * @return this
     */
    public MtaStsSenderBuilder lookupTimeout(Duration limit) {
        lookupTimeout = positive(limit);
        return this;
    }

    /**
     * How long a policy fetch may take, including the lookup of the policy host.
     *
     * @param limit positive; 20 seconds by default
     * @return this
     */
    public MtaStsSenderBuilder fetchTimeout(Duration limit) {
        fetchTimeout = positive(limit);
        return this;
    }

    /**
     * Runs everything that does not run on the caller's thread: evaluating answers, calls to the store, deadlines.
     *
     * @param runner should have two threads or more; by default a small pool of daemon threads that end when idle
     * @return this
     */
    public MtaStsSenderBuilder executor(Executor runner) {
        executor = Objects.requireNonNull(runner, "runner");
        return this;
    }

    /**
     * The clock by which policies expire.
     *
     * @param watch the system clock by default
     * @return this
     */
    public MtaStsSenderBuilder clock(Clock watch) {
        clock = Objects.requireNonNull(watch, "watch");
        return this;
    }

    /**
     * Creates the sender. Stored policies are read in the background; a domain that is asked for before that is read at once.
     *
     * @return a sender, to be closed by the caller
     * @throws IllegalStateException without a resolver or a policy fetcher, if the Java runtime has no roots and none were
     *     given, or if it has no elliptic curves, without which it would reject valid certificates
     */
    public MtaStsSender build() {
        Executor runner = executor == null ? DaemonPool.named("mta-sts-sender") : executor;
        return build(runner, Alarm.on(runner), () -> ThreadLocalRandom.current().nextDouble());
    }

    MtaStsSender build(Executor runner, Alarm alarm, DoubleSupplier chance) {
        EllipticCurves.require();
        return new MtaStsSender(this, runner, alarm, chance).start();
    }

    Ports ports(Alarm alarm) {
        if (txt == null) {
            throw new IllegalStateException("a sender needs a resolver: call resolver(…)");
        }
        if (fetcher == null) {
            throw new IllegalStateException("a sender needs a policy fetcher: call policyFetcher(…)");
        }
        return new Ports(txt, fetcher, lookupTimeout, fetchTimeout, alarm);
    }

    /** The roots that were given, or those that the Java runtime trusts (javax.net.ssl.trustStore). */
    Set<TrustAnchor> anchors() {
        if (anchors != null) {
            return anchors;
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore theRuntimes = null;
            factory.init(theRuntimes);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GeneralSecurityException noRoots) {
            throw new IllegalStateException(
                    "the Java runtime has no trust store: set roots with trustOnly(…)", noRoots);
        }
    }

    private static Duration positive(Duration limit) {
        if (Objects.requireNonNull(limit, "limit").isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("timeout must be positive: " + limit);
        }
        return limit;
    }
}
