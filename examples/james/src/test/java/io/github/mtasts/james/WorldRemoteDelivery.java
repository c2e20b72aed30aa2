package io.github.mtasts.james;

import io.github.mtasts.sender.MtaStsSenderBuilder;
import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueueFactory;

/** The mailet, with a sender that looks at a world of its own. */
public class WorldRemoteDelivery extends MtaStsRemoteDelivery {

    private final JamesWorld world;

    @Inject
    WorldRemoteDelivery(
            DNSService dns, DomainList domains, MailQueueFactory<?> queues, MetricFactory metrics, JamesWorld world) {
        super(dns, domains, queues, metrics);
        this.world = world;
    }

    @Override
    protected void prepare(MtaStsSenderBuilder sender) {
        world.prepare(sender);
    }
}
