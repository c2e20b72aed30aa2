package io.github.mtasts.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so. */
public final class FakeAlarm implements Alarm {

    private record Entry(Duration due, Runnable task) {}

    private final List<Entry> entries = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Runnable after(Duration time, Runnable task) {
        Entry entry = new Entry(now.plus(time), task);
        entries.add(entry);
        return () -> callOff(entry);
    }

    @SuppressWarnings("ReferenceEquality") // the one entry is meant, not another like it
    private synchronized void callOff(Entry entry) {
        entries.remove(entry);
    }

    /** How many alarms are set. */
    public synchronized int pending() {
        return entries.size();
    }

    /** Runs what becomes due, in its order. */
    public void pass(Duration time) {
        Duration until = now.plus(time);
        for (Optional<Entry> next = takeDue(until); next.isPresent(); next = takeDue(until)) {
            next.get().task().run();
        }
    }

    private synchronized Optional<Entry> takeDue(Duration until) {
        Optional<Entry> next = entries.stream()
                .filter(entry -> entry.due().compareTo(until) <= 0)
                .min(Comparator.comparing(Entry::due));
        next.ifPresent(entries::remove);
        now = next.map(Entry::due).orElse(until);
        return next;
    }
}
