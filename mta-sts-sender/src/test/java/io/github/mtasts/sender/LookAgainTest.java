package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a record or a policy is asked for again, and when what is remembered is enough. */
class LookAgainTest {

    private static final String POLICY = Domain.text("enforce", "mail.example.org", 604_800);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Domain domain = new Domain();
    private final MtaStsSender sender = domain.sender();

    @AfterEach
    void close() {
        sender.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "5, 60", "300, 300", "86400, 86400", "604800, 86400"})
    void aRecordIsKeptForItsTtlBetweenAMinuteAndADay(long ttl, long held) {
        domain.record(record(Duration.ofSeconds(ttl))).policy(POLICY);
        sender.policyFor(Domain.NAME).join();

        domain.clock.pass(Duration.ofSeconds(held).minus(A_SECOND));
        sender.policyFor(Domain.NAME).join();
        assertThat(domain.lookups).hasValue(1);

        domain.clock.pass(A_SECOND);
        sender.policyFor(Domain.NAME).join();
        assertThat(domain.lookups).hasValue(2);
    }

    @Test
    void theTtlCountsAnewFromEachLookup() {
        domain.record("a").policy(POLICY);
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(Duration.ofMinutes(1));
        sender.policyFor(Domain.NAME).join();
        domain.clock.pass(Duration.ofSeconds(59));
        sender.policyFor(Domain.NAME).join();
        assertThat(domain.lookups).hasValue(2);
    }

    @Test
    void aRecheckAsksWithinTheTtl() {
        domain.record("a").policy(POLICY);
        sender.policyFor(Domain.NAME).join();
        sender.recheck(Domain.NAME).join();
        assertThat(domain.lookups).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "120, 120", "86400, 600"})
    void thatThereIsNoRecordIsRememberedForMinutes(long ttl, long held) {
        domain.record(Lookup.<TxtRecord>without(LookupStatus.NO_SUCH_NAME, "").withTtl(Duration.ofSeconds(ttl)));
        sender.policyFor(Domain.NAME).join();

        domain.clock.pass(Duration.ofSeconds(held).minus(A_SECOND));
        sender.policyFor(Domain.NAME).join();
        assertThat(domain.lookups).hasValue(1);

        domain.record("a").policy(POLICY);
        domain.clock.pass(A_SECOND);
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void aLookupThatFailedIsMadeAgainAfterAMinute() {
        domain.record(LookupStatus.TIMED_OUT);
        sender.policyFor(Domain.NAME).join();
        domain.record("a").policy(POLICY);
        domain.clock.pass(Duration.ofSeconds(59));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.RECORD_LOOKUP_FAILED);
        domain.clock.pass(A_SECOND);
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    // RFC 8461 §3.3: five minutes or more after a failed GET for the same id
    @Test
    void afterAFailedFetchTheSameIdIsNotFetchedForFiveMinutesEvenByARecheck() {
        domain.record("a").policy(FetchStatus.TIMED_OUT);
        sender.policyFor(Domain.NAME).join();
        domain.policy(POLICY);

        domain.clock.pass(Duration.ofSeconds(299));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCH_FAILED);
        assertThat(sender.recheck(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCH_FAILED);
        assertThat(domain.fetches).hasValue(1);

        domain.clock.pass(A_SECOND);
        assertThat(sender.recheck(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void theFiveMinutesAreNotForgottenWhenALookupFailsInBetween() {
        domain.record("a").policy(FetchStatus.TIMED_OUT);
        sender.policyFor(Domain.NAME).join();
        domain.record(LookupStatus.SERVER_FAILURE);
        sender.recheck(Domain.NAME).join();
        domain.record("a").policy(POLICY);
        domain.clock.pass(Duration.ofMinutes(2));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCH_FAILED);
        assertThat(domain.fetches).hasValue(1);
    }

    @Test
    void norWhenTheCachedPolicyExpiresInBetween() {
        domain.record("a").policy(Domain.text("enforce", "mail.example.org", 120));
        sender.policyFor(Domain.NAME).join();
        domain.record("b").policy(FetchStatus.TIMED_OUT);
        sender.recheck(Domain.NAME).join();
        domain.clock.pass(Duration.ofMinutes(3));
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCH_FAILED);
        assertThat(domain.fetches).hasValue(2);
    }

    @Test
    void aNewIdIsFetchedAtOnceAfterAFailedFetch() {
        domain.record("a").policy(FetchStatus.TIMED_OUT);
        sender.policyFor(Domain.NAME).join();
        domain.record("b").policy(POLICY);
        assertThat(sender.recheck(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
    }

    @Test
    void aNewIdWhosePolicyFailsIsNotFetchedAgainForFiveMinutesWhileTheCachedOneStays() {
        domain.record("a").policy(POLICY);
        sender.policyFor(Domain.NAME).join();
        domain.record("b").policy(FetchStatus.TLS_EXPIRED);
        sender.recheck(Domain.NAME).join();
        domain.clock.pass(Duration.ofMinutes(4));

        PolicyDecision decision = sender.recheck(Domain.NAME).join();

        assertThat(decision.reason()).isEqualTo(DecisionReason.CACHED_REFRESH_FAILED);
        assertThat(decision.detail()).isEqualTo("TLS_EXPIRED");
        assertThat(domain.fetches).hasValue(2);
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAnHour() {
        var now = domain.clock.instant();
        assertThat(java.util.stream.IntStream.rangeClosed(1, 7)
                        .mapToObj(tries -> Duration.between(now, Schedule.fetchRetry(now, tries, 0))
                                .toMinutes()))
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
    }

    @Test
    void aPolicyThatIsServedAgainEndsTheFailure() {
        domain.record("a").policy(POLICY);
        sender.policyFor(Domain.NAME).join();
        domain.record("b").policy(FetchStatus.TIMED_OUT);
        sender.recheck(Domain.NAME).join();
        domain.record("c").policy(POLICY);

        assertThat(sender.recheck(Domain.NAME).join().reason()).isEqualTo(DecisionReason.FETCHED);
        assertThat(sender.policyFor(Domain.NAME).join().reason()).isEqualTo(DecisionReason.CACHED);
    }

    private static Lookup<TxtRecord> record(Duration ttl) {
        return Lookup.found(List.of(TxtRecord.of("v=STSv1; id=a"))).withTtl(ttl);
    }
}
