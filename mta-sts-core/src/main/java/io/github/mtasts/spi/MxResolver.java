package io.github.mtasts.spi;

import java.util.concurrent.CompletableFuture;

/** The port for MX records. An implementation returns at once, is thread-safe, and lets go of its socket when cancelled. */
@FunctionalInterface
public interface MxResolver {

    /**
     * Looks MX records up.
     *
     * @param domain the domain: A-labels, no final dot
     * @return completes with whatever was answered, failures included; never with null
     */
    CompletableFuture<Lookup<MxHost>> resolveMx(String domain);
}
