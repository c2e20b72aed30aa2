package io.github.mtasts.postfix;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.UserError;
import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.store.sqlite.SqlitePolicyStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server and its parts. */
final class Service implements AutoCloseable {

    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final AtomicBoolean stopping = new AtomicBoolean();
    /** What to close, the last opened first. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private final MtaStsSender sender;
    private final MapServer server;
    private final AdminServer admin;

    /** Answers from now on; {@link UserError} when an address or the store is not available. */
    Service(ServeSettings settings) {
        try {
            Metrics metrics = new Metrics();
            opened.push(metrics::close);
            MtaStsMeters meters = metrics.ports();
            PolicyStore store = settings.store().map(this::store).orElseGet(PolicyStore::inMemory);
            Network network = Network.forSender(settings.network(), settings.trustAd());
            opened.push(network::close);
            MxResolver mxResolver = meters.mxResolver(network.dns());
            MtaStsSenderBuilder builder = MtaStsSender.builder()
                    .resolver(meters.txtResolver(network.dns()))
                    .policyFetcher(meters.policyFetcher(network.fetcher()))
                    .lookupTimeout(network.lookupTimeout())
                    .fetchTimeout(network.fetchTimeout())
                    .store(store)
                    .rules(settings.rules())
                    .listener(metrics.sender().listener(new SenderListener() {}));
            sender = (settings.trustAd()
                            ? builder.dane(
                                    mxResolver,
                                    meters.addressResolver(network.dns()),
                                    meters.tlsaResolver(network.dns()))
                            : builder)
                    .build();
            opened.push(sender::close);
            metrics.sender().cached(sender);
            MxLookups mx = new MxLookups(mxResolver, Ticker.systemTicker());
            TlsPolicy policy = new TlsPolicy(settings.attributes());
            PolicyMap map = new PolicyMap(sender, mx, policy, settings.trustAd());
            Duration timeout = settings.network().timeout();
            AdminPages pages = new AdminPages(sender, map, mx, metrics, timeout, () -> !stopping.get());
            admin = new AdminServer(settings.admin(), pages);
            opened.push(admin::close);
            server = new MapServer(settings.listen(), map::answer, Limits.standard(timeout), metrics);
            opened.push(server::close);
            metrics.watch(server::clients);
        } catch (UserError error) {
            opened.forEach(Runnable::run);
            throw error;
        }
    }

    /** The address for Postfix. */
    InetSocketAddress address() {
        return server.address();
    }

    /** The address for the administrator. */
    InetSocketAddress adminAddress() {
        return admin.address();
    }

    /** Answers the requests that have arrived, fails the rest temporarily, and ends. */
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        server.stop();
        if (!server.awaitAnswered(TO_FINISH)) {
            // clients that still wait get a temporary failure
            sender.close();
            server.awaitAnswered(TO_FINISH);
        }
        opened.forEach(Runnable::run);
    }

    private PolicyStore store(Path file) {
        try {
            SqlitePolicyStore store = SqlitePolicyStore.open(file);
            opened.push(store::close);
            return store;
        } catch (PolicyStoreException cause) {
            throw new UserError(String.valueOf(cause.getMessage()), cause);
        }
    }
}
