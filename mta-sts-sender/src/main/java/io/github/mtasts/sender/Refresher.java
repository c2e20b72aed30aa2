package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.syntax.DomainName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fetches policies again before they expire, and forgets those that have (RFC 8461, sections 3.3 and 10.2). Bounded in rate
 * and in concurrency: those that expire first come first, the others wait for the next sweep.
 */
final class Refresher {

    /** How many are fetched after one sweep. */
    static final int MOST_A_SWEEP = 600;

    /** How many are fetched at once. */
    static final int MOST_AT_ONCE = 8;

    private final PolicyCache cache;
    private final StoredPolicies store;
    private final Clock clock;
    private final Alarm alarm;
    private final Predicate<DomainName> wanted;
    private final Function<DomainName, CompletableFuture<?>> refresh;
    private final Queue<DomainName> waiting = new ArrayDeque<>();
    private int running;
    private boolean closed;
    private Runnable callOff = () -> {};

    Refresher(
            PolicyCache cache,
            StoredPolicies store,
            Clock clock,
            Alarm alarm,
            Predicate<DomainName> wanted,
            Function<DomainName, CompletableFuture<?>> refresh) {
        this.cache = cache;
        this.store = store;
        this.clock = clock;
        this.alarm = alarm;
        this.wanted = wanted;
        this.refresh = refresh;
    }

    /** Sweeps from now on. */
    synchronized void start() {
        if (!closed) {
            callOff = alarm.after(Schedule.SWEEP, this::sweep);
        }
    }

    private void sweep() {
        try {
            look();
        } finally {
            start();
        }
    }

    private void look() {
        Instant now = clock.instant();
        cache.policies().stream()
                .filter(policy -> policy.isExpired(now))
                .toList()
                .forEach(this::forget);
        List<DomainName> due = cache.policies().stream()
                .filter(policy -> !now.isBefore(policy.refreshDue()))
                .filter(policy -> wanted.test(policy.stored().domain()))
                .sorted(Comparator.comparing(CachedPolicy::expiresAt))
                .limit(MOST_A_SWEEP)
                .map(policy -> policy.stored().domain())
                .toList();
        synchronized (this) {
            waiting.clear();
            waiting.addAll(due);
        }
        pump();
    }

    /** Begins nothing more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        callOff.run();
    }

    private void forget(CachedPolicy expired) {
        cache.remove(expired.stored().domain(), expired);
        store.remove(expired.stored());
    }

    private void pump() {
        for (DomainName next = take(); next != null; next = take()) {
            refresh.apply(next).whenComplete((done, error) -> {
                synchronized (this) {
                    running--;
                }
                pump();
            });
        }
    }

    private synchronized @Nullable DomainName take() {
        if (closed || running >= MOST_AT_ONCE) {
            return null;
        }
        DomainName next = waiting.poll();
        if (next != null) {
            running++;
        }
        return next;
    }
}
