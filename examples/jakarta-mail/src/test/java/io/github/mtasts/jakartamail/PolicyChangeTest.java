package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.MtaStsSender;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No message is given up under a policy that the domain may have replaced (RFC 8461, section 5). */
class PolicyChangeTest {

    private final MailWorld world = new MailWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void theLastAttemptLooksForANewPolicy() {
        world.policy("example.org", "1", "enforce", "old.example.org");
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));
        SmtpClient client = world.client();
        DeliveryOutcome underTheOldPolicy = client.deliver(FROM, "bob@example.org", message());

        world.policy("example.org", "2", "enforce", "mx1.example.org");
        DeliveryOutcome last = client.deliverOrGiveUp(FROM, "bob@example.org", message());

        assertThat(underTheOldPolicy.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(last.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void whatFailsTheNewPolicyTooIsGivenUp() {
        world.policy("example.org", "1", "enforce", "old.example.org");
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));
        SmtpClient client = world.client();
        client.deliver(FROM, "bob@example.org", message());

        DeliveryOutcome last = client.deliverOrGiveUp(FROM, "bob@example.org", message());

        assertThat(last.status()).isEqualTo(DeliveryStatus.PERMANENT);
        assertThat(last.toString()).contains("no mx pattern of the policy covers mx1.example.org");
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void aPolicyThatCameBetweenTwoMessagesCountsForTheSecond() {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx.example.com"));
        SmtpClient client = world.client();
        client.deliver(FROM, "bob@example.org", message());

        world.policy("example.org", "1", "enforce", "mx1.example.org");
        DeliveryOutcome second = client.deliverOrGiveUp(FROM, "bob@example.org", message());

        assertThat(second.status()).isEqualTo(DeliveryStatus.PERMANENT);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void whileTheSenderIsClosedNothingIsDelivered() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");
        MtaStsSender closed = world.sender().build();
        SmtpClient client = new SmtpClient(closed, world, SmtpSettings.of("mta.sender.example"));
        closed.close();

        DeliveryOutcome outcome = client.deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.attempts()).isEmpty();
        assertThat(mx.messages()).isEmpty();
    }
}
