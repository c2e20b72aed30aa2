package io.github.mtasts.spi;

import java.util.concurrent.CompletableFuture;

/** The port for TLSA records. An implementation returns at once, is thread-safe, and lets go of its socket when cancelled. */
@FunctionalInterface
public interface TlsaResolver {

    /**
     * Looks TLSA records up (RFC 6698). They count only where the look-up is authenticated.
     *
     * @param name the owner name, such as {@code _25._tcp.mx.example.org}: A-labels, no final dot
     * @return completes with whatever was answered, failures included; never with null
     */
    CompletableFuture<Lookup<TlsaRecord>> resolveTlsa(String name);
}
