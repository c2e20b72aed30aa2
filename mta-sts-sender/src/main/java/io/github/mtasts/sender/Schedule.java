package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to look again. */
final class Schedule {

    /** How often policies whose time has come are looked for. */
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

    private final DoubleSupplier random;

    /** Takes numbers from 0 to 1. */
    Schedule(DoubleSupplier random) {
        this.random = random;
    }

    /** A record that was found counts for its TTL, held between a minute and a day. */
    Instant recordDue(Instant now, Optional<Duration> ttl) {
        return now.plus(held(ttl.orElse(UNKNOWN_TTL), SHORTEST_TTL, LONGEST_TTL));
    }

    /** A look-up that failed is made again after a minute. */
    Instant lookupRetry(Instant now) {
        return now.plus(SHORTEST_TTL);
    }

    /** That there is no policy is remembered for minutes. */
    Instant absenceEnd(Instant now, Optional<Duration> ttl) {
        return now.plus(held(ttl.orElse(FIRST_RETRY), SHORTEST_TTL, LONGEST_ABSENCE));
    }

    /** §3.3, §10.2: at least daily, and when half of the lifetime is over; earlier by chance, so that not all come at once. */
    Instant refreshDue(Instant fetchedAt, StsPolicy policy) {
        Duration half = policy.effectiveMaxAge().dividedBy(2);
        Duration interval = held(half, FIRST_RETRY, DAILY);
        return fetchedAt.plus(scaled(interval, 1 - SPREAD * random.getAsDouble()));
    }

    /** §3.3: five minutes or more after a fetch that failed, twice as long after each further one. */
    Instant fetchRetry(Instant now, int tries) {
        Duration backoff = FIRST_RETRY.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        Duration capped = held(backoff, FIRST_RETRY, LAST_RETRY);
        return now.plus(scaled(capped, 1 + SPREAD * random.getAsDouble()));
    }

    private static Duration scaled(Duration time, double factor) {
        return Duration.ofMillis((long) (time.toMillis() * factor));
    }

    private static Duration held(Duration time, Duration least, Duration most) {
        return time.compareTo(least) < 0 ? least : time.compareTo(most) > 0 ? most : time;
    }
}
