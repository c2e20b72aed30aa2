package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.jakartamail.demo.MxServer;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where no policy asks for TLS, it is used where it works (RFC 7435). */
class OpportunisticDeliveryTest {

    private final MailWorld world = new MailWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void anyCertificateWillDo() {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.selfSigned("localhost"));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(outcome.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.tlsProtocol()).contains("TLSv1.3"));
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void aHostWithoutStartTlsGetsTheMessageInPlainText() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.tlsProtocol()).isEmpty());
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void aHostWhoseTlsDoesNotComeUpGetsTheMessageInPlainText() {
        ScriptedMx mx = world.scripted("example.org", 10, "mx1.example.org", EnforcedDeliveryTest.brokenTls());

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(mx.commands()).endsWith("EHLO", "MAIL", "RCPT", "DATA", "END", "QUIT");
    }

    @Test
    void aHostThatWantsTlsAndCannotDoItIsNotAReasonToReturnTheMessage() {
        UnaryOperator<String> tls = EnforcedDeliveryTest.brokenTls();
        world.scripted(
                "example.org",
                10,
                "mx1.example.org",
                command -> command.equals("MAIL") ? "530 Must issue a STARTTLS command first" : tls.apply(command));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.attempts().get(0).detail()).contains("530");
    }

    @Test
    void aPolicyInModeNoneAsksForNothing() {
        world.policy("example.org", "1", "none");
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.selfSigned("localhost"));

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(mx.messages()).hasSize(1);
    }
}
