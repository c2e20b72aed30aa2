package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtResolver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** An executor that runs out of threads costs no domain its policy for good. */
class BrokenExecutorTest {

    private final Domain domain = new Domain().record("a").policy(Domain.text("enforce", "mail.example.org", 604_800));

    @Test
    void aLookThatCannotBeginForWantOfAThreadIsAnsweredAndTheNextOneBegins() {
        Moody executor = new Moody();
        try (MtaStsSender sender = domain.sender(executor)) {
            executor.sick = true;
            assertThat(sender.policyFor(Domain.NAME))
                    .isCompletedWithValueMatching(decision -> decision.policy().isEmpty());
            executor.sick = false;
            assertThat(sender.policyFor(Domain.NAME))
                    .isCompletedWithValueMatching(decision -> decision.reason() == DecisionReason.FETCHED);
        }
    }

    @Test
    void aRefreshThatCannotBeginIsMadeUpForByTheNextSweep() {
        Moody executor = new Moody();
        try (MtaStsSender sender = domain.sender(executor)) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofDays(1));
            executor.sick = true;
            for (int i = 0; i <= Refresher.MOST_AT_ONCE; i++) {
                domain.alarm.pass(Schedule.SWEEP);
            }
            executor.sick = false;
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(domain.fetches).hasValue(2);
        }
    }

    @Test
    void aBlockingResolverThatNeverHasATurnIsGivenUp() {
        TxtResolver starved = TxtResolver.blocking(name -> Lookup.without(LookupStatus.NO_SUCH_NAME, ""), task -> {});
        try (MtaStsSender sender = domain.builder().resolver(starved).build(Runnable::run, domain.alarm, () -> 0)) {
            CompletableFuture<PolicyDecision> decision = sender.policyFor(Domain.NAME);
            domain.alarm.pass(Duration.ofMinutes(1));
            assertThat(decision).isCompleted();
            assertThat(decision.join().reason()).isEqualTo(DecisionReason.RECORD_LOOKUP_FAILED);
            assertThat(decision.join().detail()).contains("no thread was free");
        }
    }

    /** What the JDK's pools do when the system has no thread left. */
    private static final class Moody implements Executor {

        private boolean sick;

        @Override
        public void execute(Runnable task) {
            if (sick) {
                throw new Error("unable to create native thread");
            }
            task.run();
        }
    }
}
