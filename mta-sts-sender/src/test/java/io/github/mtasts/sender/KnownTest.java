package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.Known.Occasion;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8461, section 5, as a pure function: what is known, why the domain is looked at, what came, and what is known then. */
class KnownTest {

    private static final DomainName NAME = new DomainName(Domain.NAME);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration MAX_AGE = Duration.ofDays(7);

    /**
     * cached: the id of the policy, fetched an hour ago; "expired": exactly max_age ago. failed: the id of the last fetch, which
     * failed, and how long ago. record: its id, with a TTL of ten minutes, or what came instead. fetch: "-" when it was not
     * made. then: the decision, and the id of the policy in force; FETCH when the policy must be fetched first. due: when to
     * look the record up again. tries: fetches that failed in a row.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # situation                            | cached    | failed  | occasion | record  | fetch   | then                     | due   | tries
                    # §3.1: without a usable record there is no policy
                    no record                              | -         | -       | DECISION | gone    | -       | NO_RECORD                | PT5M  | 0
                    a broken record                        | -         | -       | DECISION | broken  | -       | RECORD_INVALID           | PT5M  | 0
                    two records                            | -         | -       | DECISION | several | -       | RECORD_INVALID           | PT5M  | 0
                    the lookup fails                       | -         | -       | DECISION | failed  | -       | RECORD_LOOKUP_FAILED     | PT1M  | 0
                    no record; the policy has expired      | a expired | -       | DECISION | gone    | -       | NO_RECORD                | PT5M  | 0
                    the lookup fails after a failed fetch  | -         | a PT1M  | RECHECK  | failed  | -       | RECORD_LOOKUP_FAILED     | PT1M  | 1
                    # §3.1: but a cached one stays
                    the record is gone                     | a         | -       | DECISION | gone    | -       | CACHED a                 | PT1H  | 0
                    the record is broken                   | a         | -       | RECHECK  | broken  | -       | CACHED a                 | PT1H  | 0
                    there are two records now              | a         | -       | RECHECK  | several | -       | CACHED a                 | PT1H  | 0
                    the record cannot be looked up         | a         | -       | DECISION | failed  | -       | CACHED a                 | PT1M  | 0
                    # §3.1: the id says whether the policy has changed
                    the first record                       | -         | -       | DECISION | a       | -       | FETCH                    | -     | -
                    the same id                            | a         | -       | DECISION | a       | -       | CACHED a                 | PT10M | 0
                    the same id, asked before giving up    | a         | -       | RECHECK  | a       | -       | CACHED a                 | PT10M | 0
                    the same id; the policy has expired    | a expired | -       | DECISION | a       | -       | FETCH                    | -     | -
                    a new id                               | a         | -       | DECISION | b       | -       | FETCH                    | -     | -
                    the old id after a failed new one      | a         | b PT1M  | DECISION | a       | -       | CACHED_REFRESH_FAILED a  | PT10M | 1
                    # §10.2: a policy is refreshed whatever its record says, but not once it has expired
                    refresh: the same id                   | a         | -       | REFRESH  | a       | -       | FETCH                    | -     | -
                    refresh: the record is gone            | a         | -       | REFRESH  | gone    | -       | FETCH                    | -     | -
                    refresh: the lookup fails              | a         | -       | REFRESH  | failed  | -       | FETCH                    | -     | -
                    refresh: gone, and expired             | a expired | -       | REFRESH  | gone    | -       | NO_RECORD                | PT5M  | 0
                    refresh: expired during the fetch      | a expired | -       | REFRESH  | gone    | ok      | NO_RECORD                | PT5M  | 0
                    # §3.3: five minutes or more between a failed fetch and the next one for the same id
                    failed 4 min 59 s ago                  | -         | a PT299S | DECISION | a      | -       | FETCH_FAILED             | PT10M | 1
                    failed 5 minutes ago                   | -         | a PT5M  | DECISION | a       | -       | FETCH                    | -     | -
                    failed for another id                  | -         | b PT1S  | DECISION | a       | -       | FETCH                    | -     | -
                    failed a minute ago, asked again       | a         | b PT1M  | RECHECK  | b       | -       | CACHED_REFRESH_FAILED a  | PT10M | 1
                    refresh: failed a minute ago           | a         | a PT1M  | REFRESH  | a       | -       | CACHED_REFRESH_FAILED a  | PT10M | 1
                    failed by a clock that ran ahead       | -         | a PT-24H | DECISION | a      | -       | FETCH                    | -     | -
                    # §3.3: a failed fetch is no policy, but a cached one stays
                    the fetch fails                        | -         | -       | DECISION | a       | failed  | FETCH_FAILED             | PT10M | 1
                    the fetch fails again                  | -         | a PT5M  | DECISION | a       | failed  | FETCH_FAILED             | PT10M | 2
                    the fetch for a new id fails           | -         | b PT5M  | DECISION | a       | failed  | FETCH_FAILED             | PT10M | 1
                    what is served is not a policy         | -         | -       | DECISION | a       | invalid | POLICY_INVALID           | PT10M | 1
                    the fetch fails; expired               | a expired | -       | DECISION | a       | failed  | FETCH_FAILED             | PT10M | 1
                    the fetch for the new id fails         | a         | -       | RECHECK  | b       | failed  | CACHED_REFRESH_FAILED a  | PT10M | 1
                    the new id's policy is invalid         | a         | -       | DECISION | b       | invalid | CACHED_REFRESH_FAILED a  | PT10M | 1
                    refresh: the fetch fails               | a         | -       | REFRESH  | a       | failed  | CACHED_REFRESH_FAILED a  | PT10M | 1
                    meanwhile read from the store          | a         | -       | DECISION | a       | failed  | CACHED_REFRESH_FAILED a  | PT10M | 1
                    refresh: no record, the fetch fails    | a         | a PT5M  | REFRESH  | gone    | failed  | CACHED_REFRESH_FAILED a  | PT1H  | 2
                    # §5.1: a live policy replaces the cached one
                    fetched                                | -         | -       | DECISION | a       | ok      | CACHED a                 | PT10M | 0
                    fetched after it expired               | a expired | -       | DECISION | a       | ok      | CACHED a                 | PT10M | 0
                    fetched for a new id                   | a         | -       | DECISION | b       | ok      | CACHED b                 | PT10M | 0
                    fetched after a failure                | a         | b PT5M  | RECHECK  | b       | ok      | CACHED b                 | PT10M | 0
                    refresh: fetched without a record      | a         | -       | REFRESH  | gone    | ok      | CACHED a                 | PT1H  | 0
                    mode none is a policy                  | -         | -       | DECISION | a       | none    | CACHED a                 | PT10M | 0
                    mode none replaces another             | a         | -       | RECHECK  | b       | none    | CACHED b                 | PT10M | 0
                    # §3.2: max_age counts from the fetch
                    a max_age of 0                         | -         | -       | DECISION | a       | zero    | EXPIRED                  | PT1M  | 0
                    a max_age of 0 in place of a policy    | a         | -       | RECHECK  | b       | zero    | EXPIRED                  | PT1M  | 0
                    """)
    void after(
            String situation,
            String cached,
            String failed,
            Occasion occasion,
            String record,
            String fetch,
            String then,
            Duration due,
            Integer tries) {
        Known before = known(Optional.ofNullable(cached), Optional.ofNullable(failed));

        Optional<Known> after = before.after(occasion, answer(record, Optional.ofNullable(fetch)), NOW);

        assertThat(after.map(KnownTest::decided).orElse("FETCH")).isEqualTo(then);
        assertThat(after.map(Known::recordDue))
                .isEqualTo(Optional.ofNullable(due).map(NOW::plus));
        assertThat(after.map(known -> known.failure().map(FailedFetch::tries).orElse(0)))
                .isEqualTo(Optional.ofNullable(tries));
    }

    @Test
    void aFreshPolicyIsServedAsItsFetchGaveIt() {
        Known after = nothing()
                .after(Occasion.DECISION, answer("a", Optional.of("none")), NOW)
                .orElseThrow();
        assertThat(after.decision(NOW)).hasValueSatisfying(decision -> {
            assertThat(decision.mode()).contains(PolicyMode.NONE);
            assertThat(decision.fetchedAt()).contains(NOW);
            assertThat(decision.expiresAt()).contains(NOW.plus(MAX_AGE));
        });
    }

    @Test
    void aFetchedPolicyReplacesOneOfTheSameIdThatWasReadFromTheStoreMeanwhile() {
        Known after = known(Optional.of("a"), Optional.empty())
                .after(Occasion.DECISION, answer("a", Optional.of("ok")), NOW)
                .orElseThrow();
        assertThat(after.decision(NOW).flatMap(PolicyDecision::fetchedAt)).contains(NOW);
    }

    @Test
    void aPolicyReadFromTheStoreKeepsTheFailureOfAnotherId() {
        StoredPolicy stored = policy("a").stored();
        assertThat(known(Optional.empty(), Optional.of("b PT1M"))
                        .recalled(stored, 0, NOW)
                        .flatMap(Known::failure))
                .isPresent();
        assertThat(known(Optional.empty(), Optional.of("a PT1M"))
                        .recalled(stored, 0, NOW)
                        .flatMap(Known::failure))
                .isEmpty();
    }

    @Test
    void aPolicyIsInForceUntilTheLastMomentOfItsMaxAge() {
        Known known = known(Optional.of("a"), Optional.empty());
        Instant end = NOW.minus(Duration.ofHours(1)).plus(MAX_AGE);
        assertThat(known.isInForce(end.minusMillis(1))).isTrue();
        assertThat(known.isInForce(end)).isFalse();
        assertThat(known.decision(end)).isEmpty();
    }

    @Test
    void aFailedFetchIsReportedUntilSomethingElseIsTheReason() {
        Known failed = nothing()
                .after(Occasion.DECISION, answer("a", Optional.of("failed")), NOW)
                .orElseThrow();
        Known gone = failed.after(Occasion.RECHECK, answer("gone", Optional.empty()), NOW)
                .orElseThrow();
        assertThat(failed.decision(NOW).flatMap(PolicyDecision::failure)).contains(ResultType.STS_POLICY_FETCH_ERROR);
        assertThat(gone.decision(NOW).flatMap(PolicyDecision::failure)).isEmpty();
    }

    @Test
    void anAbsenceIsRememberedUntilItsRecordIsDue() {
        Known absent = nothing()
                .after(Occasion.DECISION, answer("gone", Optional.empty()), NOW)
                .orElseThrow();
        assertThat(absent.isEnoughFor(Occasion.DECISION, NOW.plusSeconds(299))).isTrue();
        assertThat(absent.isEnoughFor(Occasion.DECISION, NOW.plusSeconds(300))).isFalse();
        assertThat(absent.decision(NOW.plusSeconds(300))).isEmpty();
    }

    @Test
    void anAbsenceNotedByAClockThatRanAheadIsNotRemembered() {
        Known absent = nothing()
                .after(Occasion.DECISION, answer("gone", Optional.empty()), NOW.plus(MAX_AGE))
                .orElseThrow();
        assertThat(absent.decision(NOW)).isEmpty();
    }

    @Test
    void aCachedPolicyIsEnoughForADecisionUntilItsRecordIsDueAndForARefreshUntilThatIsDue() {
        Known known = known(Optional.of("a"), Optional.empty());
        Instant daily = NOW.minus(Duration.ofHours(1)).plus(Duration.ofDays(1));
        assertThat(known.isEnoughFor(Occasion.DECISION, NOW.plus(TTL).minusMillis(1)))
                .isTrue();
        assertThat(known.isEnoughFor(Occasion.DECISION, NOW.plus(TTL))).isFalse();
        assertThat(known.isEnoughFor(Occasion.REFRESH, daily.minusMillis(1))).isTrue();
        assertThat(known.isEnoughFor(Occasion.REFRESH, daily)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void nothingIsEnoughOfADomainOfWhichNothingIsKnown(Occasion occasion) {
        assertThat(nothing().isEnoughFor(occasion, NOW)).isFalse();
    }

    @Test
    void anExpiredPolicyIsDroppedAndWhatElseIsKnownStays() {
        Known expired = known(Optional.of("a expired"), Optional.empty());
        Known failed = expired.after(Occasion.DECISION, answer("a", Optional.of("failed")), NOW)
                .orElseThrow();
        assertThat(expired.withoutPolicy()).isEmpty();
        assertThat(failed.withoutPolicy()).hasValueSatisfying(left -> {
            assertThat(left.policy()).isEmpty();
            assertThat(left.failure()).isEqualTo(failed.failure());
            assertThat(left.decision(NOW)).isPresent();
        });
    }

    private static Known nothing() {
        return Known.nothing(NAME);
    }

    private static Known known(Optional<String> cached, Optional<String> failed) {
        return new Known(
                NAME, cached.map(KnownTest::policy), Optional.empty(), failed.map(KnownTest::failure), NOW.plus(TTL));
    }

    private static CachedPolicy policy(String cell) {
        String[] idAndState = cell.split(" ", -1);
        Duration age = idAndState.length == 1 ? Duration.ofHours(1) : MAX_AGE;
        StoredPolicy stored = new StoredPolicy(
                NAME,
                idAndState[0],
                Octets.of(Domain.text("enforce", "mail.example.org", MAX_AGE.toSeconds())),
                NOW.minus(age));
        return CachedPolicy.of(stored, stored.policy().orElseThrow(), 0);
    }

    private static FailedFetch failure(String cell) {
        String[] idAndAge = cell.split(" ", -1);
        Instant retryAt = NOW.minus(Duration.parse(idAndAge[1])).plus(Duration.ofMinutes(5));
        return new FailedFetch(
                idAndAge[0], DecisionReason.FETCH_FAILED, ResultType.STS_POLICY_FETCH_ERROR, "TIMED_OUT", 1, retryAt);
    }

    private static Answer answer(String record, Optional<String> fetch) {
        Lookup<TxtRecord> lookup = switch (record) {
            case "gone" -> Lookup.without(LookupStatus.NO_SUCH_NAME, "");
            case "failed" -> Lookup.without(LookupStatus.SERVER_FAILURE, "");
            case "broken" -> found("v=STSv1; id=not-alphanumeric");
            case "several" -> found("v=STSv1; id=a", "v=STSv1; id=b");
            default -> found("v=STSv1; id=" + record).withTtl(TTL);
        };
        return new Answer(RecordAnswer.of(lookup), fetch.map(KnownTest::fetched), NOW, 0);
    }

    private static Lookup<TxtRecord> found(String... records) {
        return Lookup.found(Stream.of(records).map(TxtRecord::of).toList());
    }

    private static PolicyAnswer fetched(String fetch) {
        return PolicyAnswer.of(
                switch (fetch) {
                    case "ok" -> PolicyResponse.ok(Domain.text("testing", "mail.example.org", MAX_AGE.toSeconds()));
                    case "none" -> PolicyResponse.ok(Domain.text("none", "mail.example.org", MAX_AGE.toSeconds()));
                    case "zero" -> PolicyResponse.ok(Domain.text("enforce", "mail.example.org", 0));
                    case "invalid" -> PolicyResponse.ok("not a policy");
                    case "failed" -> PolicyResponse.without(FetchStatus.CONNECT_FAILED, "");
                    default -> throw new IllegalArgumentException(fetch);
                });
    }

    private static String decided(Known known) {
        PolicyDecision decision = known.decision(NOW).orElseThrow();
        return decision.reason() + decision.recordId().map(id -> " " + id).orElse("");
    }
}
