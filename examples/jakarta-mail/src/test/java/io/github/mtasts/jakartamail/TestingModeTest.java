package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy in mode testing asks for reports, and for nothing else (RFC 8461, section 5). */
class TestingModeTest {

    private final MailWorld world = new MailWorld();

    @BeforeEach
    void testing() {
        world.policy("example.org", "1", "testing", "mx1.example.org");
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aWrongCertificateIsReportedAndTheMessageDelivered() {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx.example.com"));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(outcome.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.tlsProtocol()).contains("TLSv1.3"));
        assertThat(mx.messages()).hasSize(1);
        assertReported(ResultType.CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void missingStartTlsIsReportedAndTheMessageDelivered() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(mx.messages()).hasSize(1);
        assertReported(ResultType.STARTTLS_NOT_SUPPORTED);
    }

    @Test
    void brokenTlsIsReportedOnceAndTheMessageDeliveredInPlainText() {
        ScriptedMx mx = world.scripted("example.org", 10, "mx1.example.org", EnforcedDeliveryTest.brokenTls());

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(mx.commands()).endsWith("EHLO", "MAIL", "RCPT", "DATA", "END", "QUIT");
        assertReported(ResultType.VALIDATION_FAILURE);
    }

    private void assertReported(ResultType type) {
        TlsRptEvent event = world.events.get(0);
        assertThat(world.events).hasSize(1);
        assertThat(event.policyType()).isEqualTo(PolicyType.STS);
        assertThat(event.resultType()).contains(type);
        assertThat(event.receivingMxHostname()).contains("mx1.example.org");
    }
}
