package io.github.mtasts.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket per client. One that is idle for a minute is full and forgotten; one that is evicted by 100,000 others
 * starts full, which does not help an attacker with that many addresses.
 */
final class RateLimit {

    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final int BUCKETS = 100_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    RateLimit(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(BUCKETS)
                .expireAfterAccess(REFILL)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    int perMinute() {
        return perMinute;
    }

    /** Takes tokens from the usual bucket. */
    Duration take(String who, int tokens) {
        return take(who, tokens, perMinute);
    }

    /**
     * Takes tokens, all or none; zero when there were enough, else the time until there are.
     *
     * @param limit tokens per minute; another one than before begins with a full bucket
     */
    Duration take(String who, int tokens, int limit) {
        ConsumptionProbe probe =
                buckets.get(who + " " + limit, absent -> full(limit)).tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    /** How many tokens could be taken now. */
    long left(String who, int limit) {
        Bucket bucket = buckets.getIfPresent(who + " " + limit);
        return bucket == null ? limit : bucket.getAvailableTokens();
    }

    private Bucket full(int tokens) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, REFILL))
                .withCustomTimePrecision(time)
                .build();
    }
}
