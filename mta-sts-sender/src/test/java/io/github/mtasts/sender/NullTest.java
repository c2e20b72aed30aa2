package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Null is the caller's mistake, and is refused by the name of the parameter. */
@SuppressWarnings("NullAway")
class NullTest {

    private final Domain domain = new Domain();

    @Test
    void aSetting() {
        MtaStsSenderBuilder builder = MtaStsSender.builder();
        refused("limit", () -> builder.lookupTimeout(null));
        refused("limit", () -> builder.fetchTimeout(null));
        refused("policy", () -> OperatorRule.pin(null));
        refused("pinned", () -> new OperatorRule(null));
    }

    @Test
    void aDomainOrAHost() {
        try (MtaStsSender sender = domain.sender()) {
            PolicyDecision decision = sender.policyFor(Domain.NAME).join();
            refused("domain", () -> sender.policyFor(null));
            refused("domain", () -> sender.recheck(null));
            refused("domain", () -> sender.purge(null));
            refused("decision", () -> sender.forHost(null, "mail.example.org"));
            refused("mxHost", () -> sender.forHost(decision, null));
            refused("mxHost", () -> decision.match(null));
        }
    }

    @Test
    void whatIsJudgedWithOrWithoutAPolicy() {
        whatIsJudged(domain);
        whatIsJudged(domain.record("a").policy(Domain.text("enforce", "mail.example.org", 604_800)));
    }

    private static void whatIsJudged(Domain domain) {
        try (MtaStsSender sender = domain.sender()) {
            HostDecision host = Domain.host(sender, "mail.example.org");
            refused("certificates", () -> host.verify(null));
            refused("failure", () -> host.tlsFailed(null));
            refused("details", () -> host.over(null));
        }
    }

    @Test
    void aPartOfAConnection() {
        InetAddress here = InetAddress.getLoopbackAddress();
        refused("sending", () -> MxConnection.between(null, here));
        refused("receiving", () -> MxConnection.between(here, null));
        refused("name", () -> MxConnection.UNKNOWN.greetedAs(null));
        refused("sendingMtaIp", () -> new MxConnection(null, Optional.empty(), Optional.empty()));
        refused("receivingIp", () -> new MxConnection(Optional.empty(), null, Optional.empty()));
        refused("receivingMxHelo", () -> new MxConnection(Optional.empty(), Optional.empty(), null));
    }

    @Test
    void aPartOfAStoredPolicy() {
        DomainName name = new DomainName(Domain.NAME);
        Octets text = Octets.of("");
        refused("domain", () -> new StoredPolicy(null, "a", text, Instant.EPOCH));
        refused("recordId", () -> new StoredPolicy(name, null, text, Instant.EPOCH));
        refused("text", () -> new StoredPolicy(name, "a", null, Instant.EPOCH));
        refused("fetchedAt", () -> new StoredPolicy(name, "a", text, null));
        refused("kept", () -> new StoredPolicy(name, "a", text, Instant.EPOCH).replaces(null));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    }
}
