package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.HostResult;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an enforced policy lets through (RFC 8461, sections 4 and 5). */
class EnforcedDeliveryTest {

    private final MailWorld world = new MailWorld();

    @BeforeEach
    void enforce() {
        world.policy("example.org", "1", "enforce", "mx1.example.org", "mx2.example.org");
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aHostThatProvesItselfGetsTheMessage() {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(mx.messages()).singleElement().asString().contains("Subject: Hello", "A message.");
    }

    // RFC 8461 §7.1
    @Test
    void theMxHostIsAskedForAsTlsServerName() {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(mx.serverNames()).containsOnly("mx1.example.org");
    }

    // RFC 8460 §4.4
    @Test
    void reportsTellOfTheConnection() {
        world.scripted(
                "example.org",
                10,
                "mx1.example.org",
                command -> command.equals("EHLO") ? "250 node-7.example.org Hello" : ScriptedMx.WELL.apply(command));

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(world.events).singleElement().satisfies(event -> {
            assertThat(event.receivingIp()).contains("127.0.25.1");
            assertThat(event.sendingMtaIp()).contains("127.0.0.1");
            assertThat(event.receivingMxHelo()).contains("node-7.example.org");
        });
    }

    @Test
    void aResumedTlsSessionIsJudgedLikeTheFirst() {
        world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));
        SmtpClient client = world.client();

        client.deliver(FROM, "bob@example.org", message());
        client.deliver(FROM, "bob@example.org", message());

        assertThat(world.events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.resultType()).isEmpty());
    }

    @Test
    void aWildcardCertificateProvesOneLabel() {
        world.server("example.org", 10, "mx1.example.org", world.ca.naming("*.example.org"));

        assertThat(world.client().deliver(FROM, "bob@example.org", message()).status())
                .isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        assertRefused(world.ca.naming("mx.example.com"), ResultType.CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void aNameInTheCnDoesNotCount() {
        assertRefused(world.ca.cnOnly("mx1.example.org"), ResultType.CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertRefused(world.ca.expired("mx1.example.org"), ResultType.CERTIFICATE_EXPIRED);
    }

    @Test
    void aCertificateThatSignedItselfIsRefused() {
        assertRefused(world.ca.selfSigned("mx1.example.org"), ResultType.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aHostWithoutStartTlsLearnsNothingOfTheMessage() {
        ScriptedMx mx = world.scripted("example.org", 10, "mx1.example.org", ScriptedMx.WELL);

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertRefused(outcome, ResultType.STARTTLS_NOT_SUPPORTED);
        assertThat(mx.commands()).containsExactly("EHLO", "QUIT");
    }

    @Test
    void aHostWhoseTlsDoesNotComeUpIsNotTriedInPlainText() {
        ScriptedMx mx = world.scripted("example.org", 10, "mx1.example.org", brokenTls());

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertRefused(outcome, ResultType.VALIDATION_FAILURE);
        assertThat(mx.commands()).startsWith("EHLO", "STARTTLS").doesNotContain("MAIL");
    }

    @Test
    void aHostThatTakesStartTlsBackIsRefused() {
        ScriptedMx mx = world.scripted("example.org", 10, "mx1.example.org", command -> switch (command) {
            case "EHLO" -> "250-mx\r\n250 STARTTLS";
            case "STARTTLS" -> "454 TLS not available due to temporary reason";
            default -> ScriptedMx.WELL.apply(command);
        });

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertRefused(outcome, ResultType.VALIDATION_FAILURE);
        assertThat(outcome.toString()).contains("454 TLS not available");
        assertThat(mx.commands()).doesNotContain("MAIL");
    }

    @Test
    void aHostThatNoPatternCoversIsRefusedWhateverItsCertificate() {
        MxServer mx = world.server("example.org", 10, "mx.attacker.example", world.ca.naming("mx.attacker.example"));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertRefused(outcome, ResultType.CERTIFICATE_HOST_MISMATCH);
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void theNextHostIsTriedWhereOneFails() {
        MxServer first = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx.example.com"));
        MxServer second = world.server("example.org", 20, "mx2.example.org", world.ca.naming("mx2.example.org"));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(outcome.attempts())
                .extracting(Attempt::mxHost)
                .containsExactly("mx1.example.org", "mx2.example.org");
        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void whenAllFailTheOutcomeNamesEachHostAndItsReason() {
        world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx.example.com"));
        world.serverWithoutTls("example.org", 20, "mx2.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.toString())
                .contains("mx1.example.org [127.0.25.1]", "the certificate is for [mx.example.com]")
                .contains("mx2.example.org [127.0.25.2]", "the host offers no STARTTLS");
    }

    static UnaryOperator<String> brokenTls() {
        return command -> switch (command) {
            case "EHLO" -> "250-mx\r\n250 STARTTLS";
            case "STARTTLS" -> "220 go on\r\nthis is no TLS";
            default -> ScriptedMx.WELL.apply(command);
        };
    }

    private void assertRefused(SSLContext tls, ResultType type) {
        MxServer mx = world.server("example.org", 10, "mx1.example.org", tls);

        assertRefused(world.client().deliver(FROM, "bob@example.org", message()), type);
        assertThat(mx.messages()).isEmpty();
    }

    private void assertRefused(DeliveryOutcome outcome, ResultType type) {
        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.judged().flatMap(HostResult::resultType))
                        .contains(type));
        assertThat(world.events)
                .singleElement()
                .satisfies(event -> assertThat(event.resultType()).contains(type));
    }
}
