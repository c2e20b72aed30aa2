package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.FROM;
import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.jakartamail.demo.MxServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host's replies make of a message (RFC 5321, section 4.2.1). */
class RepliesTest {

    private final MailWorld world = new MailWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aRecipientWhoIsUnknownEndsTheMatter() {
        world.scripted("example.org", 10, "mx1.example.org", replying("RCPT", "550 5.1.1 no such user"));
        MxServer second = world.serverWithoutTls("example.org", 20, "mx2.example.org");

        DeliveryOutcome outcome = world.client().deliver(FROM, "bob@example.org", message());

        assertThat(outcome.status()).isEqualTo(DeliveryStatus.PERMANENT);
        assertThat(outcome.detail()).isEqualTo("550 5.1.1 no such user");
        assertThat(second.messages()).isEmpty();
    }

    @Test
    void aRefusalOfTheDataEndsTheMatter() {
        world.scripted("example.org", 10, "mx1.example.org", replying("END", "554 spam"));

        assertThat(world.client().deliver(FROM, "bob@example.org", message()).status())
                .isEqualTo(DeliveryStatus.PERMANENT);
    }

    @Test
    void aHostThatCannotNowIsPassedOver() {
        world.scripted("example.org", 10, "mx1.example.org", replying("MAIL", "451 greylisted"));
        MxServer second = world.serverWithoutTls("example.org", 20, "mx2.example.org");

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void aHostThatTakesNoMailAtAllIsPassedOver() {
        world.scripted("example.org", 10, "mx1.example.org", replying("", "554 no mail here"));
        MxServer second = world.serverWithoutTls("example.org", 20, "mx2.example.org");

        world.client().deliver(FROM, "bob@example.org", message());

        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void aBounceHasANullReversePath() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");

        world.client().deliver("", "bob@example.org", message());

        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void aHostThatDrawsTheSessionOutIsHungUpOn() {
        CompletableFuture<String> never = new CompletableFuture<>();
        world.scripted("example.org", 10, "mx1.example.org", command -> never.join());

        DeliveryOutcome outcome = world.client(Duration.ofMillis(300)).deliver(FROM, "bob@example.org", message());

        never.complete("");
        assertThat(outcome.status()).isEqualTo(DeliveryStatus.TRANSIENT);
    }

    private static UnaryOperator<String> replying(String to, String reply) {
        return command -> command.equals(to) ? reply : ScriptedMx.WELL.apply(command);
    }
}
