package io.github.mtasts.spi;

import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;

/** The port for addresses (A and AAAA). An implementation returns at once, is thread-safe, and lets go of its socket when cancelled. */
@FunctionalInterface
public interface AddressResolver {

    /**
     * Looks addresses (A and AAAA) up.
     *
     * @param host the host: A-labels, no final dot
     * @return completes with whatever was answered, failures included; never with null
     */
    CompletableFuture<Lookup<InetAddress>> resolveAddresses(String host);
}
