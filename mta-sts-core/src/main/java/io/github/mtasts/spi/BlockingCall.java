package io.github.mtasts.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of blocking code, waiting for a thread or running on one. Its deadline begins when it runs, so that waiting for
 * a thread is not mistaken for a host that does not answer; cancelling it interrupts the thread.
 *
 * @param <T> what the code returns
 */
public final class BlockingCall<T> extends CompletableFuture<T> {

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private @Nullable Thread thread;

    private BlockingCall() {}

    /**
     * Hands blocking code to an executor.
     *
     * @param <T> what the code returns
     * @param code runs on one of the executor's threads; what it throws completes the call exceptionally
     * @param executor has a thread for each call that is to run at once; its refusal completes the call exceptionally
     * @return the call
     */
    public static <T> BlockingCall<T> start(Supplier<T> code, Executor executor) {
        BlockingCall<T> call = new BlockingCall<>();
        try {
            executor.execute(() -> call.run(code));
        } catch (RejectedExecutionException noTurn) {
            call.completeExceptionally(noTurn);
        }
        return call;
    }

    /**
     * Whether a thread has taken the call up.
     *
     * @return completes when one does; never when the call is cancelled before
     */
    public CompletableFuture<Void> begun() {
        return begun.copy();
    }

    private void run(Supplier<T> code) {
        if (!take()) {
            return;
        }
        begun.complete(null);
        try {
            complete(code.get());
        } catch (Throwable thrown) {
            completeExceptionally(thrown);
        } finally {
            release();
        }
    }

    private synchronized boolean take() {
        if (isDone()) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    /** Afterwards no cancellation reaches the thread, and none that came late is left on it. */
    private synchronized void release() {
        thread = null;
        if (isCancelled()) {
            Thread.interrupted();
        }
    }

    /** Cancels the call, and interrupts the thread that runs it. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (this) {
            if (cancelled && mayInterruptIfRunning && thread != null) {
                thread.interrupt();
            }
        }
        return cancelled;
    }
}
