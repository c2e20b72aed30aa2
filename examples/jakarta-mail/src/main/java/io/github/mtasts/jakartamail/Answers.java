package io.github.mtasts.jakartamail;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for a lookup, with a deadline. */
final class Answers {

    private static final int SECONDS = 10;

    private Answers() {}

    static <T> Lookup<T> of(CompletableFuture<Lookup<T>> lookup) {
        return lookup.completeOnTimeout(Lookup.without(LookupStatus.TIMED_OUT, ""), SECONDS, TimeUnit.SECONDS)
                .exceptionally(broken -> Lookup.without(LookupStatus.SERVER_FAILURE, broken.toString()))
                .join();
    }
}
