package io.github.mtasts.service.check;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One piece of work that a {@link Gate} starts once, in the turn of whichever client comes first. */
final class Work<T> {

    private final Supplier<CompletableFuture<T>> start;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Guarded by the gate. */
    boolean isBegun;

    Work(Supplier<CompletableFuture<T>> start) {
        this.start = start;
    }

    /** Completes as the work does, or with {@link BusyException}. */
    CompletableFuture<T> result() {
        return result;
    }

    CompletableFuture<T> begin() {
        try {
            return start.get();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    void end(T value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }

    void refuse() {
        result.completeExceptionally(new BusyException());
    }
}
