package io.github.mtasts.call;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A task that runs on an executor whenever it is woken, once at a time, and never inside itself. */
final class Serial {

    private final Executor executor;
    private final Runnable task;
    private final Consumer<Throwable> failed;
    private final AtomicInteger wakes = new AtomicInteger();

    Serial(Executor executor, Runnable task, Consumer<Throwable> failed) {
        this.executor = executor;
        this.task = task;
        this.failed = failed;
    }

    void wake() {
        if (wakes.getAndIncrement() == 0) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException shutDown) {
                failed.accept(shutDown);
            }
        }
    }

    private void run() {
        int seen;
        do {
            seen = wakes.get();
            try {
                task.run();
            } catch (Throwable thrown) {
                failed.accept(thrown);
            }
        } while (wakes.addAndGet(-seen) > 0);
    }
}
