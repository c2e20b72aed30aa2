package io.github.mtasts.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The port for TXT records. An implementation returns at once, is thread-safe, and lets go of its socket when cancelled. */
@FunctionalInterface
public interface TxtResolver {

    /**
     * Looks TXT records up.
     *
     * @param name the owner name: A-labels, no final dot; labels such as {@code _mta-sts} occur
     * @return completes with whatever was answered, failures included; never with null
     */
    CompletableFuture<Lookup<TxtRecord>> resolveTxt(String name);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the owner name to what was answered
     * @param executor has a thread for each look-up that is to run at once; waiting for one does not count into its deadline
     * @return the port
     */
    static TxtResolver blocking(Function<String, Lookup<TxtRecord>> function, Executor executor) {
        return name -> BlockingCall.start(() -> function.apply(name), executor);
    }
}
