package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clock that ran ten years ahead, and was then set right. */
class WrongClockTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final String POLICY = Domain.text("enforce", "mail.example.org", 604_800);

    private final Domain domain = new Domain().record("a").policy(POLICY);
    private final MtaStsSender sender = ahead();

    private MtaStsSender ahead() {
        domain.clock.pass(TEN_YEARS);
        return domain.sender();
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aPolicyThatWasFetchedThenDoesNotLiveTenYearsLonger() {
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(TEN_YEARS.negated());
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void theTruePolicyReplacesItInTheStore() {
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(TEN_YEARS.negated());
        sender.policyFor(Domain.NAME).join();
        domain.record(LookupStatus.SERVER_FAILURE);
        try (MtaStsSender restarted = domain.sender()) {
            assertThat(restarted.policyFor(Domain.NAME).join().isEnforced()).isTrue();
        }
    }

    @Test
    void thatThereWasNoRecordIsNotRememberedForTenYears() {
        domain.record(LookupStatus.NO_SUCH_NAME);
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(TEN_YEARS.negated());
        domain.record("a");
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void aFailedFetchIsNotWaitedForTenYears() {
        domain.policy(FetchStatus.TIMED_OUT);
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(TEN_YEARS.negated());
        domain.policy(POLICY);
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void aSmallDifferenceBetweenTheClocksOfTwoSendersIsNothing() {
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(Duration.ofHours(-23));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
    }
}
