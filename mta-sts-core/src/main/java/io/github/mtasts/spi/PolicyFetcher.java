package io.github.mtasts.spi;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The port for policy files. An implementation returns at once, is thread-safe, and lets go of its socket when cancelled. */
@FunctionalInterface
public interface PolicyFetcher {

    /**
     * Fetches a policy with one HTTPS GET (RFC 8461, section 3.3): no redirect is followed, no HTTP cache is used.
     *
     * @param url {@code https://mta-sts.DOMAIN/.well-known/mta-sts.txt}
     * @return completes with whatever was answered, failures included; never with null
     */
    CompletableFuture<PolicyResponse> fetchPolicy(URI url);
}
