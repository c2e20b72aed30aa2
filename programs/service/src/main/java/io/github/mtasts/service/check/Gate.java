package io.github.mtasts.service.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs a limited number of checks at once. Others wait, those of one client in the order of their arrival, and the clients
 * take turns. The slots, and the places to wait, are divided among them by {@link Shares}. Thread-safe.
 */
final class Gate {

    private final Shares slots;
    private final Shares places;

    /** What waits, by client; the client whose turn comes next is the first. */
    private final Map<String, Set<Work<?>>> lines = new LinkedHashMap<>();

    Gate(int atOnce, int mayWait) {
        this.slots = new Shares(atOnce);
        this.places = new Shares(mayWait);
    }

    /** Starts work now or when the client's turn comes. */
    <T> Work<T> run(String client, Supplier<CompletableFuture<T>> start) {
        Work<T> work = new Work<>(start);
        if (!join(client, work)) {
            work.refuse();
        }
        return work;
    }

    /** Lets work start in the turn of this client too; false when it has neither a slot nor a place for it. */
    boolean join(String client, Work<?> work) {
        boolean mayBegin;
        synchronized (this) {
            if (work.isBegun) {
                return true;
            }
            mayBegin = !lines.containsKey(client) && slots.take(client, 1);
            if (!mayBegin) {
                return isInLine(client, work);
            }
            leaveLines(work);
        }
        begin(client, work);
        beginAll();
        return true;
    }

    int underWay() {
        return (int) slots.taken();
    }

    /** Work that several clients wait for counts once for each. */
    int waiting() {
        return (int) places.taken();
    }

    private boolean isInLine(String client, Work<?> work) {
        Set<Work<?>> line = lines.getOrDefault(client, Set.of());
        if (line.contains(work)) {
            return true;
        }
        if (!places.take(client, 1)) {
            return false;
        }
        lines.computeIfAbsent(client, absent -> new LinkedHashSet<>()).add(work);
        return true;
    }

    /** It is begun now, whosever turn it was. */
    private void leaveLines(Work<?> work) {
        work.isBegun = true;
        lines.forEach((client, line) -> {
            if (line.remove(work)) {
                places.giveBack(client, 1);
            }
        });
        lines.values().removeIf(Set::isEmpty);
    }

    private void beginAll() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        for (String client : lines.keySet()) {
            if (slots.take(client, 1)) {
                return Optional.of(nextOf(client));
            }
        }
        return Optional.empty();
    }

    private Runnable nextOf(String client) {
        Set<Work<?>> line = lines.remove(client);
        lines.put(client, line);
        Work<?> work = line.iterator().next();
        leaveLines(work);
        return () -> begin(client, work);
    }

    /** Work that is done at once makes room for the loop that began it, so that a long queue needs no deep stack. */
    private <T> void begin(String client, Work<T> work) {
        CompletableFuture<T> begun = work.begin();
        if (begun.isDone()) {
            end(client, work, begun);
        } else {
            begun.whenComplete((value, error) -> {
                end(client, work, begun);
                beginAll();
            });
        }
    }

    private <T> void end(String client, Work<T> work, CompletableFuture<T> begun) {
        slots.giveBack(client, 1);
        begun.whenComplete(work::end);
    }
}
