package io.github.mtasts.spi;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The port for MX records. An implementation returns at once, is thread-safe, and releases its socket when the future is
 * cancelled. Network failures are never thrown; nor is anything after the port was closed: lookups then end as
 * {@link LookupStatus#SERVER_FAILURE}.
 */
@FunctionalInterface
public interface MxResolver {

    /**
     * Looks up MX records.
     *
     * @param domain the domain: A-labels, no final dot
     * @return completes with the outcome, failures included; never with null
     */
    CompletableFuture<Lookup<MxHost>> resolveMx(String domain);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the domain to the outcome
     * @param executor needs a thread for each lookup that is to run at once; the deadline does not include waiting for one
     * @return the port
     */
    static MxResolver blocking(Function<String, Lookup<MxHost>> function, Executor executor) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(executor, "executor");
        return domain -> BlockingCall.start(() -> function.apply(domain), executor);
    }
}
