package io.github.mtasts.spi;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The port for TLSA records. An implementation returns at once, is thread-safe, and releases its socket when the future is
 * cancelled. Network failures are never thrown; nor is anything after the port was closed: lookups then end as
 * {@link LookupStatus#SERVER_FAILURE}.
 */
@FunctionalInterface
public interface TlsaResolver {

    /**
     * Looks up TLSA records (RFC 6698). They apply only where the lookup is authenticated.
     *
     * @param name the owner name, such as {@code _25._tcp.mx.example.org}: A-labels, no final dot
     * @return completes with the outcome, failures included; never with null
     */
    CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the owner name to the outcome
     * @param executor needs a thread for each lookup that is to run at once; the deadline does not include waiting for one
     * @return the port
     */
    static TlsaResolver blocking(Function<String, Lookup<TlsaRecord>> function, Executor executor) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(executor, "executor");
        return name -> BlockingCall.start(() -> function.apply(name), executor);
    }
}
