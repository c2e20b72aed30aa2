package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8461, sections 3.3 and 10.2: policies are fetched again before they expire, without being asked for. */
class RefreshTest {

    private static final Instant FETCHED = Instant.parse("2026-11-24T12:00:00Z");

    private final Domain domain = new Domain().record("a");

    @ParameterizedTest
    @CsvSource({"31557600, 86400", "604800, 86400", "172800, 86400", "86400, 43200", "3600, 1800", "600, 300", "60, 300"
    })
    void thatIsDueDailyAndAtHalfTheLifetimeButNeverWithinFiveMinutes(long maxAge, long due) {
        StsPolicy policy = StsPolicy.parse(Domain.text("enforce", "mail.example.org", maxAge))
                .value()
                .orElseThrow();
        assertThat(Schedule.refreshDue(FETCHED, policy, 0)).isEqualTo(FETCHED.plusSeconds(due));
    }

    @Test
    void chanceMakesItEarlierAndNeverLater() {
        StsPolicy policy = StsPolicy.parse(Domain.text("enforce", "mail.example.org", 604_800))
                .value()
                .orElseThrow();
        assertThat(Schedule.refreshDue(FETCHED, policy, 1))
                .isEqualTo(FETCHED.plus(Duration.ofHours(24).multipliedBy(8).dividedBy(10)));
    }

    @Test
    void aPolicyNobodyAsksForStaysInForce() {
        domain.policy(Domain.text("enforce", "mail.example.org", 86_400));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            for (int hours = 0; hours < 24 * 30; hours++) {
                domain.pass(Duration.ofHours(1));
            }
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
        }
    }

    @Test
    void aFailureIsTriedAgainWithGrowingPausesUntilThePolicyExpires() {
        domain.policy(Domain.text("enforce", "mail.example.org", 86_400));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(FetchStatus.CONNECT_FAILED);
            domain.fetches.set(0);
            for (int minutes = 0; minutes < 24 * 60 - 1; minutes++) {
                domain.pass(Duration.ofMinutes(1));
            }
            assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED_REFRESH_FAILED);
            // Twelve hours: after 0, 5, 15, 35 and 75 minutes, then each hour; a sweep comes once a minute.
            assertThat(domain.fetches.get()).isBetween(14, 16);
        }
    }

    @Test
    void whatHasExpiredLeavesMemoryAtOnceAndTheStoreADayLater() {
        domain.policy(Domain.text("enforce", "mail.example.org", 86_400));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(FetchStatus.CONNECT_FAILED);
            minutes(24 * 60);
            assertThat(sender.cached()).isEmpty();
            assertThat(domain.stored()).isPresent();
            minutes(24 * 60 + 1);
            minutes(24 * 60);
            assertThat(domain.stored()).isEmpty();
        }
    }

    @Test
    void aClockThatRanAheadForAWhileTakesNothingAway() {
        domain.policy(Domain.text("enforce", "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(FetchStatus.CONNECT_FAILED);
            domain.pass(Duration.ofDays(8));
            domain.clock.pass(Duration.ofDays(-8));
            assertThat(sender.policyFor(Domain.NAME).join().isEnforced()).isTrue();
        }
    }

    /** RFC 8461, section 10.2: an attacker's many short-lived policies do not keep an honest one from its refresh. */
    @Test
    void theOneThatIsDueForLongestComesFirstHoweverManyOthersThereAre() {
        domain.policy(Domain.text("enforce", "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.clock.pass(Duration.ofDays(1));
            for (int i = 0; i < 700; i++) {
                domain.policy(Domain.text("enforce", "mail.example.org", 600 + i));
                sender.policyFor("d" + i + ".example").join();
            }
            domain.clock.pass(Duration.ofMinutes(9));
            domain.policy(Domain.text("enforce", "new.example.org", 604_800));
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(sender.policyFor(Domain.NAME).join().match("new.example.org"))
                    .isPresent();
        }
    }

    @Test
    void aPolicyInModeNoneIsRefreshedToo() {
        domain.policy(Domain.text("none", "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
            domain.policy(Domain.text("enforce", "mail.example.org", 604_800));
            domain.pass(Duration.ofDays(1));
            assertThat(sender.policyFor(Domain.NAME).join().isEnforced()).isTrue();
        }
    }

    @Test
    void eightAreFetchedAtOnceAndSixHundredASweep() {
        List<CompletableFuture<PolicyResponse>> open = new ArrayList<>();
        storePolicies(700);
        try (MtaStsSender sender = domain.builder()
                .resolver(
                        name -> CompletableFuture.completedFuture(Lookup.found(List.of(TxtRecord.of("v=STSv1; id=a")))))
                .policyFetcher(url -> {
                    CompletableFuture<PolicyResponse> fetch = new CompletableFuture<>();
                    open.add(fetch);
                    return fetch;
                })
                .build(Runnable::run, domain.alarm, () -> 0)) {
            domain.clock.pass(Duration.ofDays(1));
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(open).hasSize(Refresher.MOST_AT_ONCE);

            for (int i = 0; i < open.size(); i++) {
                open.get(i).complete(PolicyResponse.ok(Domain.text("enforce", "mail.example.org", 604_800)));
            }
            assertThat(open).hasSize(Refresher.MOST_A_SWEEP);
            assertThat(sender.cached()).hasSize(700);
        }
    }

    @Test
    void theNextSweepTakesTheOthers() {
        storePolicies(700);
        domain.policy(Domain.text("enforce", "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            domain.clock.pass(Duration.ofDays(1));
            domain.alarm.pass(Schedule.SWEEP);
            domain.alarm.pass(Schedule.SWEEP);
            assertThat(domain.fetches).hasValue(700);
            assertThat(sender.cached()).hasSize(700);
        }
    }

    @Test
    void aClosedSenderFetchesNothing() {
        domain.policy(Domain.text("enforce", "mail.example.org", 604_800));
        try (MtaStsSender sender = domain.sender()) {
            sender.policyFor(Domain.NAME).join();
        }
        domain.pass(Duration.ofDays(2));
        assertThat(domain.fetches).hasValue(1);
        assertThat(domain.alarm.pending()).isZero();
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            domain.pass(Duration.ofMinutes(1));
        }
    }

    private void storePolicies(int count) {
        for (int i = 0; i < count; i++) {
            domain.store.put(new StoredPolicy(
                    new DomainName("d" + i + ".example"),
                    "a",
                    Octets.of(Domain.text("enforce", "mail.example.org", 604_800)),
                    domain.clock.instant()));
        }
    }
}
