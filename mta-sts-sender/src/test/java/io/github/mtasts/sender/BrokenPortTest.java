package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.spi.TlsaResolver;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A port that throws an error, such as that of an old library on the class path: a status would hide it. */
class BrokenPortTest {

    private final Error broken = new NoSuchMethodError("broken");

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", "mail.example.org", 604_800));

    @Test
    void anErrorOfTheResolverFailsTheDecision() {
        domain.record(CompletableFuture.failedFuture(broken));
        try (MtaStsSender sender = domain.sender()) {
            assertThatThrownBy(sender.policyFor(Domain.NAME)::join).hasCause(broken);
        }
    }

    @Test
    void anErrorOfTheFetcherFailsTheDecision() {
        domain.policy(CompletableFuture.failedFuture(broken));
        try (MtaStsSender sender = domain.sender()) {
            assertThatThrownBy(sender.policyFor(Domain.NAME)::join).hasCause(broken);
            assertThatThrownBy(sender.recheck(Domain.NAME)::join).hasCause(broken);
        }
    }

    @Test
    void aCachedPolicyStaysInForce() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.record(CompletableFuture.failedFuture(broken));
            domain.pass(Duration.ofHours(1));

            assertThat(sender.policyFor(Domain.NAME).join().isEnforced()).isTrue();
            assertThat(sender.recheck(Domain.NAME).join().isEnforced()).isTrue();
        }
    }

    @Test
    void afterClosingTheDecisionIsThatTheSenderWasClosed() {
        domain.record(CompletableFuture.failedFuture(broken));
        MtaStsSender sender = domain.sender();
        sender.close();

        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CLOSED);
    }

    @Test
    void anErrorOfTheResolverForDaneFailsTheDecisionForTheHost() {
        try (MtaStsSender sender = domain.builder().dane(new BrokenDns()).build(Runnable::run, domain.alarm, () -> 0)) {
            PolicyDecision decision = sender.policyFor(Domain.NAME).join();

            assertThatThrownBy(sender.forHost(decision, "mail.example.org")::join)
                    .hasCause(broken);
        }
    }

    private final class BrokenDns implements MxResolver, AddressResolver, TlsaResolver {

        @Override
        public CompletableFuture<Lookup<MxHost>> resolveMx(String name) {
            throw broken;
        }

        @Override
        public CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host) {
            return CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_RECORDS, ""));
        }

        @Override
        public CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name) {
            return CompletableFuture.completedFuture(Lookup.without(LookupStatus.NO_RECORDS, ""));
        }
    }
}
