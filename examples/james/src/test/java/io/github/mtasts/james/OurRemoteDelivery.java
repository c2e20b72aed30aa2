package io.github.mtasts.james;

import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.OperatorRule;
import io.github.mtasts.sender.OperatorRules;
import java.util.Map;
import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueueFactory;

/** The mailet that docs/james.md shows. */
public class OurRemoteDelivery extends MtaStsRemoteDelivery {

    @Inject
    public OurRemoteDelivery(DNSService dns, DomainList domains, MailQueueFactory<?> queues, MetricFactory metrics) {
        super(dns, domains, queues, metrics);
    }

    @Override
    protected void prepare(MtaStsSenderBuilder sender) {
        sender.rules(OperatorRules.of(Map.of("example.org", OperatorRule.skip())));
    }
}
