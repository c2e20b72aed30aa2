package io.github.mtasts.service.access;

import java.util.Optional;

/**
 * What the operator grants with a key.
 *
 * @param expires when it expires; empty for never
 * @param limit checks per minute; empty for the limit that the service has for every key
 */
public record KeyTerms(Optional<Expiry> expires, Optional<Integer> limit) {

    /** A key that does not expire, with the usual limit. */
    public static final KeyTerms USUAL = new KeyTerms(Optional.empty(), Optional.empty());

    private static final int MOST = 1_000_000;

    /** An {@link IllegalArgumentException} for a limit out of range. */
    public KeyTerms {
        if (limit.filter(checks -> checks < 1 || checks > MOST).isPresent()) {
            throw new IllegalArgumentException("limit out of range (1 to " + MOST + "): " + limit.get());
        }
    }
}
