package io.github.mtasts.service.check;

import java.util.HashMap;
import java.util.Map;

/**
 * Divides what is scarce among clients that nobody knows beforehand. A client may take more while it holds no more than what
 * stays free: one alone has at most half, two have a third each, and something is left for the next. Thread-safe.
 */
public final class Shares {

    private final long all;
    private final Map<String, Long> held = new HashMap<>();
    private long taken;

    /** Of so much. */
    public Shares(long all) {
        this.all = all;
    }

    /** Takes an amount, which {@link #giveBack} returns; false when it is more than the client's share. */
    public synchronized boolean take(String client, long amount) {
        if (!mayTake(client, amount)) {
            return false;
        }
        held.merge(client, amount, Long::sum);
        taken += amount;
        return true;
    }

    /** Whether {@link #take} would succeed. */
    synchronized boolean mayTake(String client, long amount) {
        return held.getOrDefault(client, 0L) + amount <= all - taken;
    }

    /** Returns an amount that was taken. */
    public synchronized void giveBack(String client, long amount) {
        held.computeIfPresent(client, (same, before) -> before == amount ? null : before - amount);
        taken -= amount;
    }

    /** What all clients hold. */
    public synchronized long taken() {
        return taken;
    }
}
