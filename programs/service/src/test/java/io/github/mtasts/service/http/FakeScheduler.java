package io.github.mtasts.service.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Time that passes when a test says so. */
final class FakeScheduler extends AbstractLifeCycle implements Scheduler {

    private final List<Planned> plan = new ArrayList<>();
    private long now;

    private record Planned(long due, Runnable action) {}

    @Override
    public synchronized Task schedule(Runnable action, long delay, TimeUnit unit) {
        Planned planned = new Planned(now + unit.toMillis(delay), action);
        plan.add(planned);
        return () -> cancel(planned);
    }

    void pass(Duration time) {
        long end;
        synchronized (this) {
            end = now + time.toMillis();
        }
        for (Optional<Planned> next = next(end); next.isPresent(); next = next(end)) {
            next.get().action().run();
        }
    }

    private synchronized boolean cancel(Planned planned) {
        return plan.remove(planned);
    }

    private synchronized Optional<Planned> next(long end) {
        Optional<Planned> next =
                plan.stream().filter(each -> each.due() <= end).min(Comparator.comparingLong(Planned::due));
        now = next.map(Planned::due).orElse(end);
        next.ifPresent(this::cancel);
        return next;
    }
}
