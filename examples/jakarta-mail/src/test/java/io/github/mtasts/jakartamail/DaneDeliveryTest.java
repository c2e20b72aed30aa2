package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.HostResult;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TlsaRecord;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DANE takes precedence over MTA-STS where a host has it (RFC 8461, section 2). */
class DaneDeliveryTest {

    private static final String TLSA = "_25._tcp.mx1.example.org";

    private final MailWorld world = new MailWorld();

    @BeforeEach
    void signed() {
        world.dns(dns -> dns.signed("example.org")).sender().dane(world);
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aHostThatFailsItsTlsaRecordsGetsNoMailWhateverThePolicySays() {
        world.policy("example.org", "1", "testing", "mx1.example.org");
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));
        world.dns(dns -> dns.tlsa(TLSA, new TlsaRecord(3, 1, 1, "00".repeat(32))));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(outcome.attempts().get(0).judged().flatMap(HostResult::resultType))
                .contains(ResultType.TLSA_INVALID);
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void aHostWhoseTlsaRecordsCannotBeLookedUpGetsNoMailForNow() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");
        world.dns(dns -> dns.fails(TLSA, LookupStatus.SERVER_FAILURE));

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
        assertThat(mx.messages()).isEmpty();
    }

    @Test
    void aHostWithoutTlsaRecordsIsHeldAgainstThePolicy() {
        world.policy("example.org", "1", "enforce", "mx1.example.org");
        MxServer mx = world.server("example.org", 10, "mx1.example.org", world.ca.naming("mx1.example.org"));

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(mx.messages()).hasSize(1);
    }
}
