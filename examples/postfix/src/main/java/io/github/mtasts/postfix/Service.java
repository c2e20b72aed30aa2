package io.github.mtasts.postfix;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.sender.MtaStsSender;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server and all that it is made of. */
final class Service implements AutoCloseable {

    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Network network;
    private final MtaStsSender sender;
    private final Metrics metrics = new Metrics();
    private final MapServer server;
    private final AdminServer admin;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Answers from now on; {@link UserError} when an address cannot be had. */
    Service(Settings settings) {
        network = new Network(settings.network());
        sender = network.sender().rules(settings.rules()).listener(metrics).build();
        Duration timeout = settings.network().timeout();
        MxLookups mx = new MxLookups(network.dns(), Ticker.systemTicker());
        PolicyMap map = new PolicyMap(
                sender,
                mx,
                new TlsPolicy(settings.attributes()),
                settings.network().trustAd());
        try {
            server = new MapServer(settings.listen(), map, Limits.standard(timeout), metrics);
        } catch (UserError error) {
            closeSender();
            throw error;
        }
        metrics.watch(server::clients);
        try {
            admin = new AdminServer(
                    settings.admin(), new AdminPages(sender, map, mx, metrics, timeout, () -> !stopping.get()));
        } catch (UserError error) {
            server.close();
            closeSender();
            throw error;
        }
    }

    /** Where Postfix asks. */
    InetSocketAddress address() {
        return server.address();
    }

    /** Where the operator asks. */
    InetSocketAddress adminAddress() {
        return admin.address();
    }

    /** Answers what was asked, lets the rest be tried again, and ends. */
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        server.stop();
        boolean answered = server.awaitAnswered(TO_FINISH);
        // whoever still waits is told to try again
        sender.close();
        if (!answered) {
            server.awaitAnswered(TO_FINISH);
        }
        server.close();
        admin.close();
        closeSender();
    }

    private void closeSender() {
        sender.close();
        network.close();
        metrics.close();
    }
}
