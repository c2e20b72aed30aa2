package io.github.mtasts.service.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets a number of checks go at once, and a number wait for their turn in the order in which they came. */
final class Gate {

    private final int atOnce;
    private final int mayWait;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    Gate(int atOnce, int mayWait) {
        this.atOnce = atOnce;
        this.mayWait = mayWait;
    }

    /** Starts the work now or when its turn comes; completes as it does, or with {@link BusyException}. */
    <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable start = () -> begin(work, result);
        synchronized (this) {
            if (underWay == atOnce) {
                if (waiting.size() == mayWait) {
                    return CompletableFuture.failedFuture(new BusyException());
                }
                waiting.add(start);
                return result;
            }
            underWay++;
        }
        start.run();
        return result;
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private <T> void begin(Supplier<CompletableFuture<T>> work, CompletableFuture<T> result) {
        work.get().whenComplete((value, error) -> {
            next();
            if (error == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(error);
            }
        });
    }

    private void next() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                underWay--;
                return;
            }
        }
        next.run();
    }
}
