package io.github.mtasts.spi;

import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The port for addresses (A and AAAA). An implementation returns at once, is thread-safe, and releases its socket when the future is
 * cancelled. Network failures are never thrown; nor is anything after the port was closed: lookups then end as
 * {@link LookupStatus#SERVER_FAILURE}.
 */
@FunctionalInterface
public interface AddressResolver {

    /**
     * Looks up addresses (A and AAAA).
     *
     * @param host the host: A-labels, no final dot
     * @return completes with the outcome, failures included; never with null
     */
    CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the host to the outcome
     * @param executor needs a thread for each lookup that is to run at once; the deadline does not include waiting for one
     * @return the port
     */
    static AddressResolver blocking(Function<String, Lookup<InetAddress>> function, Executor executor) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(executor, "executor");
        return host -> BlockingCall.start(() -> function.apply(host), executor);
    }
}
