package io.github.mtasts.service.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the holders of each key were given and refused since the start. Key names are the operator's, so they are few. */
public final class KeyUsage {

    private final Map<String, LongAdder> checks = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    KeyUsage() {}

    void charged(String key, int number) {
        checks.computeIfAbsent(key, first -> new LongAdder()).add(number);
    }

    void refused(String key) {
        refusals.computeIfAbsent(key, first -> new LongAdder()).increment();
    }

    /** The names of the keys that were charged or refused. */
    public Set<String> keys() {
        Set<String> names = new TreeSet<>(checks.keySet());
        names.addAll(refusals.keySet());
        return names;
    }

    /** How many checks a key was charged. */
    public long checks(String key) {
        return sum(checks, key);
    }

    /** How many requests of a key were refused since its limit was reached. */
    public long refusals(String key) {
        return sum(refusals, key);
    }

    private static long sum(Map<String, LongAdder> counts, String key) {
        LongAdder count = counts.get(key);
        return count == null ? 0 : count.sum();
    }
}
