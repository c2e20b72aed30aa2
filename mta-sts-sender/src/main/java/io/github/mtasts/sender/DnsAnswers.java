package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.call.SharedCalls;
import io.github.mtasts.spi.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The answers to one kind of DNS question, each kept for its TTL, in bounded memory. Failures are not kept; concurrent
 * requests for a name share one lookup.
 */
final class DnsAnswers<T> {

    private record Kept<T>(Lookup<T> lookup, Instant until) {}

    private static final long MOST_RECORDS = 100_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;
    private final SharedCalls<String, Lookup<T>> calls = new SharedCalls<>(this::keep);
    private final Cache<String, Kept<T>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_RECORDS)
            .weigher((String name, Kept<T> each) -> 1 + each.lookup().records().size())
            .executor(Runnable::run)
            .build();

    DnsAnswers(Clock clock) {
        this.clock = clock;
    }

    CompletableFuture<Lookup<T>> get(String name, Supplier<CompletableFuture<Lookup<T>>> ask) {
        Kept<T> known = kept.getIfPresent(name);
        if (known != null && clock.instant().isBefore(known.until())) {
            return CompletableFuture.completedFuture(known.lookup());
        }
        return calls.join(name, ask);
    }

    private void keep(String name, Lookup<T> answer) {
        Duration ttl = answer.ttl().orElse(Duration.ZERO);
        if (!answer.isUnknown() && !ttl.isZero()) {
            kept.put(name, new Kept<>(answer, clock.instant().plus(ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl)));
        }
    }
}
