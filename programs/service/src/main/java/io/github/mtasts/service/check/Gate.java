package io.github.mtasts.service.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a limited number of checks at once, and queues a limited number of others in the order of their arrival. */
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
        synchronized (this) {
            if (underWay == atOnce && waiting.size() == mayWait) {
                return CompletableFuture.failedFuture(new BusyException());
            }
            waiting.add(() -> begin(work, result));
        }
        beginAll();
        return result;
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private void beginAll() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        if (underWay == atOnce || waiting.isEmpty()) {
            return Optional.empty();
        }
        underWay++;
        return Optional.of(waiting.remove());
    }

    /** Work that is done at once makes room for the loop that began it, so that a long queue needs no deep stack. */
    private <T> void begin(Supplier<CompletableFuture<T>> work, CompletableFuture<T> result) {
        CompletableFuture<T> begun = begun(work);
        if (begun.isDone()) {
            end(begun, result);
        } else {
            begun.whenComplete((value, error) -> {
                end(begun, result);
                beginAll();
            });
        }
    }

    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private <T> void end(CompletableFuture<T> work, CompletableFuture<T> result) {
        synchronized (this) {
            underWay--;
        }
        work.whenComplete((value, error) -> {
            if (error == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(error);
            }
        });
    }
}
