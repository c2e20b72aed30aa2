package io.github.mtasts.spi;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The port for TXT records. An implementation returns at once, is thread-safe, and releases its socket when the future is
 * cancelled. Network failures are never thrown; nor is anything after the port was closed: lookups then end as
 * {@link LookupStatus#SERVER_FAILURE}.
 */
@FunctionalInterface
public interface TxtResolver {

    /**
     * Looks up TXT records.
     *
     * @param name the owner name: A-labels, no final dot; labels such as {@code _mta-sts} occur
     * @return completes with the outcome, failures included; never with null
     */
    CompletableFuture<Lookup<TxtRecord>> resolveTxt(String name);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the owner name to the outcome
     * @param executor needs a thread for each lookup that is to run at once; the deadline does not include waiting for one
     * @return the port
     */
    static TxtResolver blocking(Function<String, Lookup<TxtRecord>> function, Executor executor) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(executor, "executor");
        return name -> BlockingCall.start(() -> function.apply(name), executor);
    }
}
