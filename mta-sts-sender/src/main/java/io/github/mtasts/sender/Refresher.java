package io.github.mtasts.sender;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.syntax.DomainName;
import java.time.Clock;
import java.time.Duration;
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
 * Fetches policies again before they expire, and drops those that have expired (RFC 8461, sections 3.3 and 10.2). Bounded in
 * rate and concurrency; the longest overdue come first, so that no number of others can hold one up forever.
 */
final class Refresher {

    /** How many are fetched after one sweep. */
    static final int MOST_A_SWEEP = 600;

    /** How many are fetched at once. */
    static final int MOST_AT_ONCE = 8;

    private static final long SWEEPS_A_DAY = Duration.ofDays(1).dividedBy(Schedule.SWEEP);

    private final KnownDomains domains;
    private final Clock clock;
    private final Alarm alarm;
    private final Predicate<DomainName> wanted;
    private final Function<DomainName, CompletableFuture<?>> refresh;
    private final Queue<DomainName> waiting = new ArrayDeque<>();
    private int sweeps;
    private int running;
    private boolean closed;
    private Runnable callOff = () -> {};

    Refresher(
            KnownDomains domains,
            Clock clock,
            Alarm alarm,
            Predicate<DomainName> wanted,
            Function<DomainName, CompletableFuture<?>> refresh) {
        this.domains = domains;
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
        domains.sweep();
        if (++sweeps % SWEEPS_A_DAY == 0) {
            domains.recallAll();
        }
        Instant now = clock.instant();
        List<DomainName> due = domains.inForce().stream()
                .filter(known -> known.isRefreshDue(now))
                .filter(known -> wanted.test(known.domain()))
                .sorted(Comparator.comparing(Known::refreshDue))
                .limit(MOST_A_SWEEP)
                .map(Known::domain)
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
