package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.time.Instant;

/** When to look again. Chance, from 0 to 1, spreads what would otherwise come all at once. */
final class Schedule {

    /** How often to look for policies that are due. */
    static final Duration SWEEP = Duration.ofMinutes(1);

    private static final Duration SHORTEST_TTL = Duration.ofMinutes(1);
    private static final Duration LONGEST_TTL = Duration.ofDays(1);
    private static final Duration UNKNOWN_TTL = Duration.ofHours(1);
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int DOUBLINGS = 4;
    private static final Duration DAILY = Duration.ofDays(1);
    private static final double SPREAD = 0.2;

    private Schedule() {}

    /** A record is looked up again after its TTL, held between a minute and a day. */
    static Instant recordDue(Instant now, RecordAnswer record) {
        return record.isUnknown()
                ? lookupRetry(now)
                : now.plus(held(record.ttl().orElse(UNKNOWN_TTL), SHORTEST_TTL, LONGEST_TTL));
    }

    /** That there is no policy is remembered for minutes. */
    static Instant absenceEnd(Instant now, RecordAnswer record) {
        return record.isUnknown()
                ? lookupRetry(now)
                : now.plus(held(record.ttl().orElse(FIRST_RETRY), SHORTEST_TTL, LONGEST_ABSENCE));
    }

    /** A failed lookup is repeated after a minute. */
    static Instant lookupRetry(Instant now) {
        return now.plus(SHORTEST_TTL);
    }

    /** §3.3, §10.2: at least daily, and when half of the lifetime has passed; up to a fifth earlier. */
    static Instant refreshDue(Instant fetchedAt, StsPolicy policy, double chance) {
        Duration half = policy.effectiveMaxAge().dividedBy(2);
        Duration interval = held(half, FIRST_RETRY, DAILY);
        return fetchedAt.plus(scaled(interval, 1 - SPREAD * chance));
    }

    /** §3.3: five minutes or more after a failed fetch, twice as long after each further one; up to a fifth later. */
    static Instant fetchRetry(Instant now, int tries, double chance) {
        Duration backoff = FIRST_RETRY.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        Duration capped = held(backoff, FIRST_RETRY, LAST_RETRY);
        return now.plus(scaled(capped, 1 + SPREAD * chance));
    }

    private static Duration scaled(Duration time, double factor) {
        return Duration.ofMillis((long) (time.toMillis() * factor));
    }

    private static Duration held(Duration time, Duration least, Duration most) {
        return time.compareTo(least) < 0 ? least : time.compareTo(most) > 0 ? most : time;
    }
}
