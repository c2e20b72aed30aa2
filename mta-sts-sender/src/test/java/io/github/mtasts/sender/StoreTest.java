package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What outlives the process, and what becomes of it. */
class StoreTest {

    private static final String POLICY = Domain.text("enforce", "mail.example.org", 604_800);

    private final Domain domain = new Domain().record("a").policy(POLICY);
    private final DomainName name = new DomainName(Domain.NAME);

    @Test
    void afterARestartThePolicyIsInForceWhateverTheNetworkDoes() {
        try (MtaStsSender before = domain.sender()) {
            before.policyFor(Domain.NAME).join();
        }
        domain.record(LookupStatus.SERVER_FAILURE).policy(FetchStatus.CONNECT_FAILED);
        try (MtaStsSender after = domain.sender()) {
            assertThat(after.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
        }
    }

    @Test
    void aDomainThatIsAskedForBeforeAllIsReadIsFoundAtOnce() {
        domain.store.put(new StoredPolicy(name, "a", Octets.of(POLICY), domain.clock.instant()));
        Queue<Runnable> waiting = new ArrayDeque<>();
        try (MtaStsSender sender = domain.sender(waiting::add)) {
            waiting.remove(); // the one that reads all is never run
            var decision = sender.policyFor(Domain.NAME);
            waiting.remove().run();
            assertThat(decision.join().reason()).isEqualTo(DecisionReason.CACHED);
            assertThat(domain.lookups).hasValue(0);
        }
    }

    @Test
    void anExpiredOneIsNotAppliedAfterARestart() {
        domain.store.put(new StoredPolicy(
                name, "a", Octets.of(POLICY), domain.clock.instant().minusSeconds(604_800)));
        domain.record(LookupStatus.NO_SUCH_NAME);
        try (MtaStsSender sender = domain.sender()) {
            assertThat(sender.policyFor(Domain.NAME).join().policy()).isEmpty();
        }
    }

    @Test
    void aTextThatIsNotAPolicyIsAsNone() {
        domain.store.put(new StoredPolicy(name, "a", Octets.of("no policy"), domain.clock.instant()));
        try (MtaStsSender sender = domain.sender()) {
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    @Test
    void aPolicyFromTheFutureIsLeftAlone() {
        domain.store.put(new StoredPolicy(
                name, "z", Octets.of(POLICY), domain.clock.instant().plus(Duration.ofDays(2))));
        try (MtaStsSender sender = domain.sender()) {
            assertThat(sender.policyFor(Domain.NAME).join().recordId()).contains("a");
        }
    }

    @Test
    void whatAnotherSenderFetchedIsTakenInPlaceOfARefresh() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofDays(1));
            domain.store.put(new StoredPolicy(
                    name, "b", Octets.of(Domain.text("testing", "mail.example.org", 604_800)), domain.clock.instant()));
            domain.record("b").alarm.pass(Schedule.SWEEP);

            assertThat(sender.policyFor(Domain.NAME).join().recordId()).contains("b");
            assertThat(domain.fetches).hasValue(1);
        }
    }

    @Test
    void aStoreThatFailsTakesNothingAway() {
        PolicyStore broken = new PolicyStore() {
            @Override
            public Optional<StoredPolicy> find(DomainName each) {
                throw new PolicyStoreException("policies.db: away");
            }

            @Override
            public void forEach(Consumer<? super StoredPolicy> sink) {
                throw new PolicyStoreException("policies.db: away");
            }

            @Override
            public void put(StoredPolicy policy) {
                throw new PolicyStoreException("policies.db: away");
            }

            @Override
            public void remove(StoredPolicy policy) {
                throw new PolicyStoreException("policies.db: away");
            }
        };
        try (MtaStsSender sender = domain.builder().store(broken).build(Runnable::run, domain.alarm, () -> 0)) {
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
        }
    }

    @Test
    void purgingForgetsADomainHereAndInTheStore() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            assertThat(sender.purge("EXAMPLE.org.").join()).isTrue();
            assertThat(domain.stored()).isEmpty();
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    @Test
    void purgingAllForgetsWhatIsInMemoryWhatIsInTheStoreAloneAndThatThereIsNone() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.store.put(
                    new StoredPolicy(new DomainName("example.com"), "a", Octets.of(POLICY), domain.clock.instant()));
            domain.record(LookupStatus.NO_SUCH_NAME);
            sender.policyFor("example.net").join();
            domain.record("a");

            assertThat(sender.purgeAll().join()).isEqualTo(2);

            domain.store.forEach(policy -> assertThat(policy).as("left behind").isNull());
            assertThat(sender.cached()).isEmpty();
            assertThat(sender.policyFor("example.net").join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    @Test
    void purgingForgetsAlsoThatThereIsNone() {
        domain.record(LookupStatus.NO_SUCH_NAME);
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.record("a");
            assertThat(sender.purge(Domain.NAME).join()).isFalse();
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }
}
