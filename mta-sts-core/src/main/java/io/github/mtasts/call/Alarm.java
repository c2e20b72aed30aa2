package io.github.mtasts.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a delay. A seam, so that deadlines can be tested without waiting for them. */
@FunctionalInterface
public interface Alarm {

    /**
     * Runs a task after a delay.
     *
     * @param time from now on
     * @param task what to run
     * @return when run, cancels the task and leaves nothing behind
     */
    Runnable after(Duration time, Runnable task);

    /**
     * Runs tasks on an executor. The JDK's timer thread only hands them over.
     *
     * @param executor runs the tasks; when it refuses one, the timer thread does
     * @return the alarm
     */
    static Alarm on(Executor executor) {
        return (time, task) -> {
            long nanos = TimeUnit.NANOSECONDS.convert(time); // as many as there are, for a time beyond 292 years
            CompletableFuture<Boolean> timer =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
            timer.thenAccept(due -> hand(task, executor));
            return () -> timer.cancel(false);
        };
    }

    private static void hand(Runnable task, Executor executor) {
        try {
            executor.execute(task);
        } catch (RuntimeException | Error refused) {
            task.run();
        }
    }
}
