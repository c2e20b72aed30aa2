package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.spi.LookupStatus;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which hosts are tried (RFC 5321, section 5.1). */
class RouteTest {

    private final MailWorld world = new MailWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void theHostWithTheLowestPreferenceIsTriedFirst() {
        MxServer second = world.serverWithoutTls("example.org", 20, "mx2.example.org");
        MxServer first = world.serverWithoutTls("example.org", 10, "mx1.example.org");

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(first.messages()).hasSize(1);
        assertThat(second.messages()).isEmpty();
    }

    @Test
    void aHostThatDoesNotAnswerIsPassedOver() {
        world.exchange("example.org", 10, "mx1.example.org");
        world.dns(dns -> dns.mx("example.org", 15, "nowhere.example.org"));
        MxServer second = world.serverWithoutTls("example.org", 20, "mx2.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.attempts())
                .extracting(Attempt::detail)
                .satisfies(details -> assertThat(details.get(0)).contains("refused"))
                .satisfies(details -> assertThat(details.get(1)).contains("no address"));
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void theNextAddressOfAHostIsTriedWhereOneDoesNotAnswer() {
        world.address("mx1.example.org");
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.attempts()).hasSize(2);
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void aDomainWithoutMxRecordsIsItsOwnHost() {
        world.policy("example.org", "1", "enforce", "example.org");
        world.dns(dns -> dns.address("example.org", "127.0.25.99"));
        try (MxServer mx = MxServer.withTls("127.0.25.99", world.port, world.ca.naming("example.org"))) {

            world.client().deliver(FROM, "bob@example.org", message());

            assertThat(mx.messages()).hasSize(1);
        }
    }

    @Test
    void aDomainWithANullMxTakesNoMail() {
        world.dns(dns -> dns.mx("example.org", 0, ".").address("example.org", "127.0.25.1"));

        assertUntried("bob@example.org", DeliveryStatus.PERMANENT);
    }

    @Test
    void aDomainThatDoesNotExistTakesNoMail() {
        assertUntried("bob@example.org", DeliveryStatus.PERMANENT);
    }

    @Test
    void aLookupThatFailsIsTriedAgainLater() {
        world.dns(dns -> dns.fails("example.org", LookupStatus.SERVER_FAILURE));

        assertUntried("bob@example.org", DeliveryStatus.TRANSIENT);
    }

    @Test
    void anAddressLiteralHasNoDomainToAsk() {
        assertUntried("bob@[127.0.0.1]", DeliveryStatus.PERMANENT);
        assertUntried("bob", DeliveryStatus.PERMANENT);
        assertUntried("b ob@example.org", DeliveryStatus.PERMANENT);
    }

    @Test
    void addressesThatMeanSomethingNearbyAloneAreNotConnectedTo() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");
        SmtpClient client = new SmtpClient(world.sender().build(), world, SmtpSettings.of("mta.sender.example"));

        DeliveryOutcome outcome = client.deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.toString()).contains("none of its addresses is allowed");
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void theDomainOfTheRecipientIsAskedForInALabels() {
        MxServer mx = world.serverWithoutTls("xn--bcher-kva.example", 10, "mx.example");

        world.client().deliver(FROM, "bob@bücher.example", message());

        assertThat(mx.messages()).hasSize(1);
    }

    private void assertUntried(String recipient, DeliveryStatus status) {
        DeliveryOutcome outcome = world.client().deliver(FROM, recipient, message());

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.attempts()).isEmpty();
    }
}
