package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asks at the same moment shares one look; nobody waits for what he need not wait for. */
class SharedLookTest {

    private static final String POLICY = Domain.text("enforce", "mail.example.org", 604_800);

    private final Domain domain = new Domain();
    private final CompletableFuture<Lookup<TxtRecord>> record = new CompletableFuture<>();
    private final CompletableFuture<PolicyResponse> policy = new CompletableFuture<>();

    @Test
    void requestsAtTheSameMomentShareOneLookupAndOneFetch() {
        domain.record(record).policy(policy);
        try (MtaStsSender sender = domain.sender()) {
            List<CompletableFuture<PolicyDecision>> all = Stream.generate(() -> sender.policyFor(Domain.NAME))
                    .limit(50)
                    .toList();
            record.complete(found("a"));
            policy.complete(PolicyResponse.ok(POLICY));

            assertThat(all)
                    .allSatisfy(each -> assertThat(each.join().isEnforced()).isTrue());
            assertThat(domain.lookups).hasValue(1);
            assertThat(domain.fetches).hasValue(1);
        }
    }

    @Test
    void whoCancelsHisRequestTakesNothingFromTheOthers() {
        domain.record(record).policy(POLICY);
        try (MtaStsSender sender = domain.sender()) {
            CompletableFuture<PolicyDecision> one = sender.policyFor(Domain.NAME);
            CompletableFuture<PolicyDecision> other = sender.policyFor(Domain.NAME);
            one.cancel(true);
            record.complete(found("a"));
            assertThat(other.join().isEnforced()).isTrue();
        }
    }

    @Test
    void aCachedPolicyAnswersWhileItsRecordIsLookedUp() {
        domain.record("a").policy(POLICY);
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofHours(1));
            domain.record(record);
            sender.policyFor(Domain.NAME).join();
            assertThat(sender.policyFor(Domain.NAME)).isCompleted();
            assertThat(domain.lookups).hasValue(2);
        }
    }

    @Test
    void aPolicyThatExpiresWhileItsRecordIsLookedUpIsFetched() {
        domain.record("a").policy(POLICY);
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofSeconds(604_799));
            domain.record(record);
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofSeconds(1));
            CompletableFuture<PolicyDecision> late = sender.policyFor(Domain.NAME);
            record.complete(found("a"));
            assertThat(late.join().reason()).isEqualTo(DecisionReason.FETCHED);
        }
    }

    @Test
    void whoAsksAfterTheEndDoesNotShareALookThatWasDecidedBefore() {
        domain.record("a").policy(POLICY);
        List<CompletableFuture<PolicyDecision>> late = new ArrayList<>();
        List<MtaStsSender> self = new ArrayList<>();
        SenderListener asksInBetween = new SenderListener() {
            @Override
            public void onFetch(DomainName name, DecisionReason reason) {
                if (reason == DecisionReason.FETCH_FAILED && late.isEmpty()) {
                    domain.clock.pass(Duration.ofSeconds(1));
                    late.add(self.get(0).policyFor(Domain.NAME));
                }
            }
        };
        try (MtaStsSender sender =
                domain.builder().listener(asksInBetween).build(Runnable::run, domain.alarm, () -> 0)) {
            self.add(sender);
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofSeconds(604_799));
            domain.record("b").policy(FetchStatus.CONNECT_FAILED);
            sender.recheck(Domain.NAME).join();

            assertThat(late.get(0).join().policy()).isEmpty();
        }
    }

    @Test
    void aRecheckDoesNotShareADecisionOutOfTheStore() {
        domain.store.put(new StoredPolicy(new DomainName(Domain.NAME), "a", Octets.of(POLICY), domain.clock.instant()));
        domain.record("b").policy(POLICY);
        List<Runnable> waiting = new ArrayList<>();
        try (MtaStsSender sender = domain.sender(waiting::add)) {
            waiting.clear(); // what reads the store at the start comes too late
            CompletableFuture<PolicyDecision> decision = sender.policyFor(Domain.NAME);
            CompletableFuture<PolicyDecision> recheck = sender.recheck(Domain.NAME);
            while (!waiting.isEmpty()) {
                waiting.remove(0).run();
            }
            assertThat(decision.join().reason()).isEqualTo(DecisionReason.CACHED);
            assertThat(recheck.join().recordId()).contains("b");
        }
    }

    @Test
    void aPortThatNeverAnswersIsGivenUpAtItsDeadline() {
        domain.record(record);
        try (MtaStsSender sender = domain.sender()) {
            CompletableFuture<PolicyDecision> decision = sender.policyFor(Domain.NAME);
            domain.alarm.pass(Duration.ofSeconds(10));
            assertThat(decision.join().reason()).isEqualTo(DecisionReason.RECORD_LOOKUP_FAILED);
            assertThat(record).isCancelled();
        }
    }

    @Test
    void closingAnswersPendingCallers() {
        domain.record(record);
        MtaStsSender sender = domain.sender();
        CompletableFuture<PolicyDecision> decision = sender.policyFor(Domain.NAME);
        sender.close();
        assertThat(decision.join().reason()).isEqualTo(DecisionReason.CLOSED);
        assertThat(record).isCancelled();
    }

    @Test
    void aMessageWhosePolicyWasNotFoundOutBeforeClosingIsForTheNextProcess() {
        MtaStsSender sender = domain.sender();
        sender.close();
        HostDecision host = Domain.host(sender, "mail.example.org");
        assertThat(host.verify(List.of()).delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
        assertThat(host.withoutStartTls().delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
        assertThat(domain.listened.events).isEmpty();
    }

    @Test
    void aClosedSenderStillAnswersOutOfItsCache() {
        domain.record("a").policy(POLICY);
        MtaStsSender sender = domain.sender();
        sender.policyFor(Domain.NAME).join();
        sender.close();
        domain.clock.pass(Duration.ofHours(1));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
        assertThat(sender.policyFor("example.com").join().reason()).isEqualTo(DecisionReason.CLOSED);
        assertThat(domain.lookups).hasValue(1);
    }

    @Test
    void anExecutorThatTakesNothingMoreThrowsNothing() {
        domain.record("a").policy(POLICY);
        try (MtaStsSender sender = domain.sender(new Dying())) {
            assertThat(sender.policyFor(Domain.NAME).join().policy()).isEmpty();
        }
    }

    private static Lookup<TxtRecord> found(String id) {
        return Lookup.found(List.of(TxtRecord.of("v=STSv1; id=" + id)));
    }

    /** Takes the first task, and no other. */
    private static final class Dying implements java.util.concurrent.Executor {

        private boolean dead;

        @Override
        public void execute(Runnable task) {
            if (dead) {
                throw new RejectedExecutionException("shut down");
            }
            dead = true;
            task.run();
        }
    }
}
