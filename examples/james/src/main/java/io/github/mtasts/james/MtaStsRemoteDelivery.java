package io.github.mtasts.james;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.PolicyStoreException;
import io.github.mtasts.store.sqlite.SqlitePolicyStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.transport.mailets.RemoteDelivery;
import org.apache.james.transport.mailets.remote.delivery.Bouncer;
import org.apache.james.transport.mailets.remote.delivery.DeliveryRunnable;
import org.apache.james.transport.mailets.remote.delivery.MailDelivrer;
import org.apache.james.transport.mailets.remote.delivery.MailDelivrerToHost;
import org.apache.james.transport.mailets.remote.delivery.RemoteDeliveryConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * James' RemoteDelivery, but never to a host that fails the MTA-STS policy of the recipient's domain (RFC 8461). It has the
 * same parameters, and {@value #POLICY_STORE}; STARTTLS is used wherever it is offered.
 */
public class MtaStsRemoteDelivery extends RemoteDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsRemoteDelivery.class);

    /** The parameter that names the file for policies; without it, policies do not survive a restart. */
    public static final String POLICY_STORE = "policyStore";

    private final DNSService dns;
    private final DomainList domains;
    private final MailQueueFactory<?> queues;
    private final MetricFactory metrics;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /**
     * Called by James.
     *
     * @param dns looks up MX hosts and their addresses
     * @param domains as RemoteDelivery has them
     * @param queues as RemoteDelivery has them
     * @param metrics counts sessions too
     */
    @Inject
    public MtaStsRemoteDelivery(DNSService dns, DomainList domains, MailQueueFactory<?> queues, MetricFactory metrics) {
        super(dns, domains, queues, metrics, ThreadState.DO_NOT_START_THREADS);
        this.dns = dns;
        this.domains = domains;
        this.queues = queues;
        this.metrics = metrics;
    }

    /**
     * Called before the sender is built, so that a subclass can set another store, rules, DANE, or its own listener.
     *
     * @param sender has a resolver, a fetcher, a listener that records TLSRPT events, and the store of the parameter
     */
    protected void prepare(MtaStsSenderBuilder sender) {}

    @Override
    public void init() throws MessagingException {
        super.init();
        RemoteDeliveryConfiguration configuration = new RemoteDeliveryConfiguration(getMailetConfig(), domains);
        if (configuration.isSSLEnable() && configuration.getGatewayServer().isEmpty()) {
            throw new MessagingException("sslEnable needs a gateway: MX hosts speak SMTP with STARTTLS");
        }
        Bouncer bouncer = new Bouncer(configuration, getMailetContext());
        MailDelivrerToHost toHost = new MtaStsMailDelivrerToHost(configuration, getMailetContext(), dns, sender());
        DeliveryRunnable loop = QueueLoop.around(
                new MailDelivrer(configuration, toHost, dns, bouncer, getMailetContext()),
                queues.createQueue(configuration.getOutGoingQueueName()),
                configuration,
                bouncer,
                metrics,
                getMailetContext());
        running.push(loop::dispose);
        loop.start();
    }

    private MtaStsSender sender() throws MessagingException {
        DnsjavaResolver resolver = DnsjavaResolver.system();
        OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.using(resolver);
        MtaStsSenderBuilder builder =
                MtaStsSender.builder().resolver(resolver).policyFetcher(fetcher).listener(new TlsRptLog(metrics));
        running.push(resolver);
        running.push(fetcher);
        store().ifPresent(store -> {
            running.push(store);
            builder.store(store);
        });
        prepare(builder);
        MtaStsSender sender = builder.build();
        running.push(sender);
        return sender;
    }

    private Optional<SqlitePolicyStore> store() throws MessagingException {
        try {
            return Optional.ofNullable(getInitParameter(POLICY_STORE))
                    .map(file -> SqlitePolicyStore.open(Path.of(file)));
        } catch (PolicyStoreException | InvalidPathException refused) {
            throw new MessagingException(POLICY_STORE + ": " + refused.getMessage(), refused);
        }
    }

    @Override
    public String getMailetInfo() {
        return "RemoteDelivery Mailet that obeys MTA-STS";
    }

    @Override
    public void destroy() {
        running.forEach(MtaStsRemoteDelivery::close);
        running.clear();
        super.destroy();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("Part of the remote delivery failed to close", failed);
        }
    }
}
