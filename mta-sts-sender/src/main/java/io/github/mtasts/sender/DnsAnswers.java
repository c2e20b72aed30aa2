package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.spi.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The answers to one kind of question, each for its TTL, in bounded memory. Failures are asked again; who asks meanwhile shares. */
final class DnsAnswers<T> {

    private record Kept<T>(Lookup<T> lookup, Instant until) {}

    private static final long MOST_RECORDS = 100_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;
    private final ConcurrentMap<String, CompletableFuture<Lookup<T>>> underWay = new ConcurrentHashMap<>();
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
        CompletableFuture<Lookup<T>> mine = new CompletableFuture<>();
        CompletableFuture<Lookup<T>> other = underWay.putIfAbsent(name, mine);
        if (other != null) {
            return other;
        }
        ask.get().whenComplete((answer, error) -> {
            underWay.remove(name, mine);
            if (error != null) {
                mine.completeExceptionally(error);
            } else {
                keep(name, answer);
                mine.complete(answer);
            }
        });
        return mine;
    }

    private void keep(String name, Lookup<T> answer) {
        Duration ttl = answer.ttl().orElse(Duration.ZERO);
        if (!answer.isUnknown() && !ttl.isZero()) {
            kept.put(name, new Kept<>(answer, clock.instant().plus(ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl)));
        }
    }
}
