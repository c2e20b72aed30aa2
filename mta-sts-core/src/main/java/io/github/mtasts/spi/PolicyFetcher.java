package io.github.mtasts.spi;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The port for policy files. An implementation returns at once, is thread-safe, and releases its socket when the future is
 * cancelled. Network failures are never thrown; nor is anything after the port was closed: fetches then end as
 * {@link FetchStatus#HOST_LOOKUP_FAILED}.
 */
@FunctionalInterface
public interface PolicyFetcher {

    /**
     * Fetches a policy with one HTTPS GET (RFC 8461, section 3.3): no redirect is followed, no HTTP cache is used.
     *
     * @param url {@code https://mta-sts.DOMAIN/.well-known/mta-sts.txt}
     * @return completes with the outcome, failures included; never with null
     */
    CompletableFuture<PolicyResponse> fetchPolicy(URI url);

    /**
     * A port over blocking code, which runs on the executor's threads.
     *
     * @param function from the URL to the outcome
     * @param executor needs a thread for each fetch that is to run at once; the deadline does not include waiting for one
     * @return the port
     */
    static PolicyFetcher blocking(Function<URI, PolicyResponse> function, Executor executor) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(executor, "executor");
        return url -> BlockingCall.start(() -> function.apply(url), executor);
    }
}
