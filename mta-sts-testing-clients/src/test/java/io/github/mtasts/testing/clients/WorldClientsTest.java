package io.github.mtasts.testing.clients;

import static io.github.mtasts.syntax.PolicyMode.ENFORCE;
import static io.github.mtasts.syntax.PolicyMode.NONE;
import static io.github.mtasts.syntax.PolicyMode.TESTING;
import static io.github.mtasts.testing.MtaStsAssertions.assertThat;
import static io.github.mtasts.testing.clients.SenderAssertions.assertThat;
import static io.github.mtasts.testing.clients.WorldClients.checkerIn;
import static io.github.mtasts.testing.clients.WorldClients.senderIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.Delivery;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.HostResult;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.testing.DnsFault;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MtaStsWorldExtension.class)
class WorldClientsTest {

    private static final String HOST = "mail.example.org";

    @BeforeEach
    void declare(MtaStsWorld world) {
        world.domain("example.org")
                .record("v=STSv1; id=1")
                .policy(ENFORCE, HOST)
                .mx(HOST);
    }

    @Test
    void aCheckerSeesTheWorld(MtaStsWorld world) {
        assertThat(checkerIn(world).check("example.org")).isEnforced().coversMx(HOST);
    }

    @Test
    void aCheckersSettingsCanBeChanged(MtaStsWorld world) {
        world.domain("silent.example").record(DnsFault.SILENCE);
        MtaStsChecker checker = checkerIn(world, settings -> settings.lookupTimeout(Duration.ofMillis(200)));
        assertThat(checker.check("silent.example")).hasVerdict(Verdict.UNDETERMINED);
    }

    @Test
    void clientsAreClosedWithTheWorld() {
        MtaStsWorld world = MtaStsWorld.start();
        MtaStsSender sender = senderIn(world);
        MtaStsChecker checker = checkerIn(world);
        world.close();
        assertThat(sender.policyFor("example.org").join()).hasReason(DecisionReason.CLOSED);
        assertThat(checker.check("example.org")).hasVerdict(Verdict.UNDETERMINED);
    }

    @Test
    void aSenderSeesTheWorld(MtaStsWorld world) {
        assertThat(senderIn(world).policyFor("example.org").join())
                .isEnforced()
                .hasReason(DecisionReason.FETCHED)
                .coversMx(HOST);
        assertThat(senderIn(world).policyFor("example.net").join()).hasNoPolicy();
    }

    @Test
    void aSenderAppliesDaneAndReportsToItsListener(MtaStsWorld world) {
        world.domain("example.net").signed().mx("mail.example.net");
        world.name("mail.example.net").address("127.0.0.1");
        world.name("_25._tcp.mail.example.net").tlsa(new TlsaRecord(3, 1, 1, "ab".repeat(32)));
        List<TlsRptEvent> events = new ArrayList<>();
        MtaStsSender sender = senderIn(
                world,
                settings -> settings.listener(new SenderListener() {
                    @Override
                    public void onEvent(TlsRptEvent event) {
                        events.add(event);
                    }
                }));

        PolicyDecision decision = sender.policyFor("example.net").join();
        assertThat(sender.forHost(decision, "mail.example.net").join()).hasProtection(HostProtection.DANE);
        assertThat(sender.forHost(decision, "mail.example.net").join().verify(List.of()))
                .hasDelivery(Delivery.DO_NOT_DELIVER)
                .hasResultType(ResultType.TLSA_INVALID);
        assertThat(events).hasSize(1);
    }

    @Test
    void aDecisionFailsWithItsReasonAndItsPolicy(MtaStsWorld world) {
        PolicyDecision decision = senderIn(world).policyFor("example.org").join();
        String shown =
                "\n\nexample.org: enforce, FETCHED\n\nversion: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800";
        assertThatThrownBy(() -> assertThat(decision).hasMode(TESTING))
                .hasMessage("Expected example.org to have a policy in mode testing, but it has one in mode enforce."
                        + shown);
        assertThatThrownBy(() -> assertThat(decision).hasNoPolicy())
                .hasMessage("Expected example.org to have no policy, but it has one in mode enforce." + shown);
        assertThatThrownBy(() -> assertThat(decision).hasReason(DecisionReason.CACHED))
                .hasMessage("Expected example.org to have the reason CACHED, but it is FETCHED." + shown);
        assertThatThrownBy(() -> assertThat(decision).coversMx(HOST, "mx.example"))
                .hasMessage(
                        "Expected example.org to have a pattern for mail.example.org, mx.example, but none matches mx.example."
                                + shown);
    }

    @Test
    void aDecisionWithoutAPolicyFailsWithItsDetail(MtaStsWorld world) {
        PolicyDecision decision = senderIn(world).policyFor("not a domain").join();
        assertThatThrownBy(() -> assertThat(decision).hasMode(NONE))
                .hasMessageStartingWith("Expected not a domain to have a policy in mode none, but it has none.\n\n")
                .hasMessageContaining("NO_DOMAIN (");
    }

    @Test
    void aHostFailsWithWhatProtectsIt(MtaStsWorld world) {
        MtaStsSender sender = senderIn(world);
        PolicyDecision decision = sender.policyFor("example.org").join();
        assertThatThrownBy(
                        () -> assertThat(sender.forHost(decision, HOST).join()).hasProtection(HostProtection.DANE))
                .hasMessageStartingWith(
                        "Expected mail.example.org to have the protection DANE, but it is MTA_STS.\n\nmail.example.org: MTA_STS");
    }

    @Test
    void aResultFailsWithItsDetail() {
        HostResult refused = new HostResult(
                Delivery.DO_NOT_DELIVER, Optional.of(ResultType.CERTIFICATE_EXPIRED), "it expired yesterday");
        String shown = "DO_NOT_DELIVER certificate-expired: it expired yesterday";
        assertThat(new HostResult(Delivery.DELIVER_AND_REPORT, Optional.empty(), ""))
                .mayDeliver();
        assertThatThrownBy(() -> assertThat(refused).mayDeliver())
                .hasMessage("Expected a delivery, but the result is " + shown + ".");
        assertThatThrownBy(() -> assertThat(refused).as(HOST).mayDeliver())
                .hasMessageStartingWith("[mail.example.org] Expected a delivery");
        assertThatThrownBy(() -> assertThat(refused).hasDelivery(Delivery.DELIVER))
                .hasMessage("Expected the delivery DELIVER, but the result is " + shown + ".");
        assertThatThrownBy(() -> assertThat(refused).hasResultType(ResultType.STARTTLS_NOT_SUPPORTED))
                .hasMessage("Expected the result type starttls-not-supported, but the result is " + shown + ".");
    }

    @Test
    void coveringNoHostIsRefused(MtaStsWorld world) {
        PolicyDecision decision = senderIn(world).policyFor("example.org").join();
        assertThatThrownBy(() -> assertThat(decision).coversMx()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedWorldHasNoClients() {
        MtaStsWorld world = MtaStsWorld.start();
        world.close();
        assertThatThrownBy(() -> checkerIn(world)).hasMessage("the world is closed");
        assertThatThrownBy(() -> senderIn(world)).hasMessage("the world is closed");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefusedByName(MtaStsWorld world) {
        PolicyDecision decision = senderIn(world).policyFor("example.org").join();
        HostDecision host = senderIn(world).forHost(decision, HOST).join();
        HostResult result = host.verify(List.of());
        assertThatThrownBy(() -> checkerIn(null)).hasMessage("world");
        assertThatThrownBy(() -> senderIn(null)).hasMessage("world");
        assertThatThrownBy(() -> checkerIn(world, null)).hasMessage("change");
        assertThatThrownBy(() -> senderIn(world, null)).hasMessage("change");
        assertThatThrownBy(() -> assertThat(decision).hasMode(null)).hasMessage("mode");
        assertThatThrownBy(() -> assertThat(decision).hasReason(null)).hasMessage("reason");
        assertThatThrownBy(() -> assertThat(decision).coversMx(HOST, null)).hasMessage("host");
        assertThatThrownBy(() -> assertThat(host).hasProtection(null)).hasMessage("protection");
        assertThatThrownBy(() -> assertThat(result).hasDelivery(null)).hasMessage("delivery");
        assertThatThrownBy(() -> assertThat(result).hasResultType(null)).hasMessage("type");
    }
}
