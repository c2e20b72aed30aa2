package io.github.mtasts.spring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose tasks run when the test says so. */
final class HandTimer extends ScheduledThreadPoolExecutor {

    final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    HandTimer() {
        super(1);
    }

    @Override
    @SuppressWarnings("NullAway") // nothing uses the future
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        pauses.add(Duration.of(delay, unit.toChronoUnit()));
        tasks.add(task);
        return null;
    }

    void runNext() {
        tasks.remove().run();
    }
}
