package io.github.mtasts.call;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Concurrent requests for the same key share one call. Nothing is remembered once a call has ended: a key takes memory only
 * while its call is under way, and a failure goes only to the requests that share it. Thread-safe; calls run without a lock.
 *
 * @param <K> what is asked for
 * @param <V> what a call comes to
 */
public final class SharedCalls<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();
    private final BiConsumer<K, V> keep;

    /** Keeps no values. */
    public SharedCalls() {
        this((key, value) -> {});
    }

    /**
     * Hands values to a cache.
     *
     * @param keep takes the value of each call that succeeded, unless its key was forgotten meanwhile. It runs before the next
     *     call for the key can begin, so that a caller who finds no call under way finds the value in the cache. It must be
     *     quick, and must not use this object
     */
    public SharedCalls(BiConsumer<K, V> keep) {
        this.keep = keep;
    }

    /**
     * Joins the call under way for a key, or starts one.
     *
     * @param key what is asked for
     * @param start starts the call, on this thread. What it throws fails the call, as does null
     * @return the caller's own copy: cancelling it affects neither the call nor those who share it. The call is never
     *     cancelled from here, so it needs its own deadline
     */
    public CompletableFuture<V> join(K key, Supplier<CompletableFuture<V>> start) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return other.copy();
        }
        CompletableFuture<V> copy = mine.copy();
        begin(start).whenComplete((value, error) -> end(key, mine, value, error));
        return copy;
    }

    /**
     * Whether a request for a key would join a call.
     *
     * @param key what is asked for
     * @return false when it would start one
     */
    public boolean isUnderWay(K key) {
        return underWay.containsKey(key);
    }

    /**
     * Lets the next request for a key start a new call. A call under way still answers the requests that share it, but its value is
     * not kept. To ask anew, forget and join.
     *
     * @param key what is asked for
     */
    public void forget(K key) {
        underWay.remove(key);
    }

    /** Forgets every key, as {@link #forget} does. */
    public void forgetAll() {
        underWay.clear();
    }

    private void end(K key, CompletableFuture<V> mine, V value, @Nullable Throwable error) {
        @Nullable Throwable failure = error;
        try {
            underWay.computeIfPresent(key, (same, latest) -> {
                if (latest != mine) {
                    return latest;
                }
                if (error == null) {
                    keep.accept(key, value);
                }
                return null;
            });
        } catch (RuntimeException | Error notKept) {
            underWay.remove(key, mine);
            failure = notKept;
        }
        if (failure == null) {
            mine.complete(value);
        } else {
            mine.completeExceptionally(failure);
        }
    }

    private CompletableFuture<V> begin(Supplier<CompletableFuture<V>> start) {
        try {
            return Objects.requireNonNull(start.get(), "the call");
        } catch (RuntimeException | Error thrown) { // an Error too: otherwise the key would stay under way forever
            return CompletableFuture.failedFuture(thrown);
        }
    }
}
