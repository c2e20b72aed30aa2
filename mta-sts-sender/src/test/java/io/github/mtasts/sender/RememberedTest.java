package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered gives way to what was learned later, and to nothing else. */
class RememberedTest {

    private static final String POLICY = Domain.text("enforce", "mail.example.org", 604_800);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Domain domain = new Domain().record("a").policy(POLICY);

    @Test
    void afterAFailedLookupACachedPolicysRecordIsAskedForAgainInAMinute() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(A_MINUTE);
            domain.record(LookupStatus.SERVER_FAILURE);
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(A_MINUTE);
            domain.record("b").policy(Domain.text("testing", "mail.example.org", 604_800));
            sender.policyFor(Domain.NAME).join();
            assertThat(sender.policyFor(Domain.NAME).join().recordId()).contains("b");
        }
    }

    @Test
    void thatThereWasNoneIsForgottenWhenAPolicyComes() {
        domain.record(LookupStatus.NO_SUCH_NAME);
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.record("a").policy(Domain.text("enforce", "mail.example.org", 60));
            sender.recheck(Domain.NAME).join();
            domain.clock.pass(A_MINUTE);
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    // §10.2 keeps a policy fresh without its record; it does not bring one back that has expired
    @Test
    void aPolicyThatExpiresDuringARefreshWithoutARecordIsNotReplaced() {
        domain.policy(Domain.text("enforce", "mail.example.org", 600));
        CompletableFuture<PolicyResponse> pending = new CompletableFuture<>();
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.record(LookupStatus.NO_SUCH_NAME).policy(pending);
            domain.clock.pass(Duration.ofSeconds(595));
            domain.alarm.pass(Schedule.SWEEP);
            domain.clock.pass(Duration.ofSeconds(5));
            pending.complete(PolicyResponse.ok(POLICY));
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.NO_RECORD);
        }
    }

    @Test
    void readingTheStoreTakesBackNothingThatIsKnownByThen() {
        domain.store.put(new StoredPolicy(new DomainName(Domain.NAME), "a", Octets.of(POLICY), domain.clock.instant()));
        Queue<Runnable> waiting = new ArrayDeque<>();
        try (MtaStsSender sender = domain.sender(waiting::add)) {
            Runnable readAll = waiting.remove();
            CompletableFuture<PolicyDecision> known = sender.recheck(Domain.NAME);
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
            assertThat(known).isCompleted();
            readAll.run();
            sender.policyFor(Domain.NAME).join();
            assertThat(waiting).isEmpty();
        }
    }

    @Test
    void whoIsAnsweredMayAskAgainAtOnce() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME)
                    .thenCompose(first -> sender.recheck(Domain.NAME))
                    .join();
            CompletableFuture<io.github.mtasts.spi.Lookup<io.github.mtasts.spi.TxtRecord>> pending =
                    new CompletableFuture<>();
            domain.record(pending).lookups.set(0);
            CompletableFuture<PolicyDecision> again =
                    sender.recheck(Domain.NAME).thenCompose(first -> sender.recheck(Domain.NAME));
            domain.record("a");
            pending.complete(io.github.mtasts.spi.Lookup.without(LookupStatus.TIMED_OUT, ""));
            assertThat(again.join().recordId()).contains("a");
            assertThat(domain.lookups).hasValue(2);
        }
    }

    // RFC 8461 §3.3: five minutes or more
    @Test
    void chanceMakesARetryLaterAndNeverEarlier() {
        var now = domain.clock.instant();
        assertThat(IntStream.rangeClosed(0, 10)
                        .mapToObj(tenth -> Duration.between(now, Schedule.fetchRetry(now, 1, tenth / 10.0))))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6)));
    }

    @Test
    void aClockThatStepsBackMakesNoNegativeAge() {
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofSeconds(-10));
            assertThat(sender.policyFor(Domain.NAME).join().age()).contains(Duration.ZERO);
        }
    }

    @Test
    void aStoreThatCannotRemoveStopsNoRefresh() {
        domain.policy(Domain.text("enforce", "mail.example.org", 600));
        PolicyStore stubborn = new PolicyStore() {
            @Override
            public java.util.Optional<StoredPolicy> find(DomainName name) {
                return java.util.Optional.empty();
            }

            @Override
            public void forEach(java.util.function.Consumer<? super StoredPolicy> sink) {}

            @Override
            public void put(StoredPolicy policy) {}

            @Override
            public void remove(StoredPolicy policy) {
                throw new PolicyStoreException("policies.db: full");
            }
        };
        try (MtaStsSender sender = domain.builder().store(stubborn).build(Runnable::run, domain.alarm, () -> 0)) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(FetchStatus.CONNECT_FAILED).clock.pass(Duration.ofSeconds(600));
            domain.policy(POLICY);
            sender.policyFor("example.com").join();
            domain.clock.pass(Duration.ofDays(1));
            domain.fetches.set(0);
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(domain.fetches).hasValue(1);
        }
    }
}
