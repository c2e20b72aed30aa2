package io.github.mtasts.james;

import static io.github.mtasts.james.JamesWorld.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.StoredPolicy;
import io.github.mtasts.store.sqlite.SqlitePolicyStore;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.tlsrpt.PolicyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.mail.MessagingException;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailet with James' own queue loop. */
class MtaStsRemoteDeliveryTest {

    private static final String DOMAIN = "example.org";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final JamesWorld world = new JamesWorld();
    private final MemoryMailQueueFactory queues = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    private final RecordingMetricFactory metrics = new RecordingMetricFactory();
    private final FakeMailContext context = FakeMailContext.defaultContext();
    private final MtaStsRemoteDelivery mailet =
            new WorldRemoteDelivery(world, new MemoryDomainList(world), queues, metrics, world);

    @AfterEach
    void close() {
        mailet.destroy();
        queues.clean();
        world.close();
    }

    @Test
    void aMessageGoesThroughTheQueueToTheHostThatProvesItself() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.server(DOMAIN, "mx1.example.org", world.ca.naming("mx1.example.org"));
        mailet.init(configuration("delayTime", "1 hour"));

        mailet.service(mail("bob@example.org"));

        await().atMost(LONG).untilAsserted(() -> assertThat(mx.messages()).hasSize(1));
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(metrics.countFor("outgoingMails")).isEqualTo(1));
    }

    @Test
    void aMessageThatIsRefusedWaitsInTheQueue() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");
        mailet.init(configuration("delayTime", "1 hour"));

        mailet.service(mail("bob@example.org"));

        await().atMost(LONG).untilAsserted(() -> assertThat(world.events).hasSize(1));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                queues.createQueue(MailQueueName.of("outgoing")).getSize())
                        .isEqualTo(1));
        assertThat(mx.messages()).isEmpty();
        assertThat(context.getBouncedMails()).isEmpty();
    }

    @Test
    void aMessageThatIsGivenUpIsReturned() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");
        mailet.init(configuration("maxRetries", "1", "delayTime", "1 * 1 msec"));

        mailet.service(mail("bob@example.org"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(context.getBouncedMails()).hasSize(1));
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void eachDomainHasItsOwnPolicy() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer strict = world.serverWithoutTls(DOMAIN, "mx1.example.org");
        MxServer relaxed = world.serverWithoutTls("example.net", "mx1.example.net");
        mailet.init(configuration("delayTime", "1 hour"));

        mailet.service(mail("bob@example.org", "carol@example.net"));

        await().atMost(LONG).untilAsserted(() -> assertThat(world.events).hasSize(2));
        await().atMost(LONG).untilAsserted(() -> assertThat(relaxed.messages()).hasSize(1));
        assertThat(strict.messages()).isEmpty();
    }

    @Test
    void behindAGatewayNoPolicyIsAskedFor() throws MessagingException {
        world.policy(DOMAIN, "1", "enforce", "mx1.example.org");
        MxServer gateway = world.serverWithoutTls("gateway.example", "gateway.example");
        String hostAndPort = world.findMXRecords("gateway.example").iterator().next();
        mailet.init(configuration("gateway", hostAndPort));

        mailet.service(mail("bob@example.org"));

        await().atMost(LONG).untilAsserted(() -> assertThat(gateway.messages()).hasSize(1));
        assertThat(world.events).isEmpty();
    }

    @Test
    void aPolicyInTheStoreAppliesAfterARestart(@TempDir Path folder) throws MessagingException {
        Path file = folder.resolve("policies.db");
        String policy = "version: STSv1\nmode: enforce\nmx: mx1.example.org\nmax_age: 604800\n";
        try (SqlitePolicyStore before = SqlitePolicyStore.open(file)) {
            before.put(new StoredPolicy(new DomainName(DOMAIN), "1", Octets.of(policy), Instant.now()));
        }
        MxServer mx = world.serverWithoutTls(DOMAIN, "mx1.example.org");
        mailet.init(configuration("delayTime", "1 hour", "policyStore", file.toString()));

        mailet.service(mail("bob@example.org"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(world.events)
                        .singleElement()
                        .satisfies(event -> assertThat(event.policyType()).isEqualTo(PolicyType.STS)));
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void aFileThatIsNotAStoreIsRefusedAtTheStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Buy milk, and whatever else there is to buy.");

        assertThatThrownBy(() -> mailet.init(configuration("policyStore", file.toString())))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("policyStore")
                .hasMessageContaining("notes.txt");
    }

    @Test
    void implicitTlsIsForGatewaysAlone() {
        assertThatThrownBy(() -> mailet.init(configuration("sslEnable", "true")))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("sslEnable");
    }

    private FakeMailetConfig configuration(String... namesAndValues) {
        FakeMailetConfig.Builder configuration = FakeMailetConfig.builder()
                .mailetContext(context)
                .setProperty("outgoing", "outgoing")
                .setProperty("heloName", "mta.sender.example");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            configuration.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return configuration.build();
    }
}
