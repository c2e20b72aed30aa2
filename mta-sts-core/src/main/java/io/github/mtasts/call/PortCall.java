package io.github.mtasts.call;

import io.github.mtasts.spi.BlockingCall;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a port that always has an outcome, whatever the port does; if it does nothing, its deadline ends the call.
 * Only an {@link Error}, such as that of a library that does not fit, is never made into a status: it fails the call.
 *
 * @param <T> a lookup or a policy response
 */
public final class PortCall<T> {

    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Function<String, T> failed;
    private final Function<String, T> timedOut;
    private volatile boolean begun = true;

    /** {@code failed} is for a port that threw an exception, returned null or never got a thread; both take a human-readable detail. */
    private PortCall(Function<String, T> failed, Function<String, T> timedOut) {
        this.failed = failed;
        this.timedOut = timedOut;
    }

    /**
     * A lookup that has not begun. It fails as {@link LookupStatus#SERVER_FAILURE}.
     *
     * @param <T> what a record is
     * @return the call
     */
    public static <T> PortCall<Lookup<T>> lookup() {
        return new PortCall<>(
                detail -> Lookup.without(LookupStatus.SERVER_FAILURE, detail),
                detail -> Lookup.without(LookupStatus.TIMED_OUT, detail));
    }

    /**
     * A policy fetch that has not begun. It fails as {@link FetchStatus#HOST_LOOKUP_FAILED}: a fault here must not read as a
     * fault of the domain.
     *
     * @return the call
     */
    public static PortCall<PolicyResponse> fetch() {
        return new PortCall<>(
                detail -> PolicyResponse.without(FetchStatus.HOST_LOOKUP_FAILED, detail),
                detail -> PolicyResponse.without(FetchStatus.TIMED_OUT, detail));
    }

    /**
     * The outcome of the call.
     *
     * @return completes normally, is cancelled by {@link #cancel}, or fails with an error of the port
     */
    public CompletableFuture<T> outcome() {
        return outcome;
    }

    /**
     * Asks the port, unless its time is up already.
     *
     * @param port the call
     * @param deadline begins when the port takes up the call
     * @param alarm watches the deadline
     */
    public void start(Supplier<@Nullable CompletableFuture<T>> port, Duration deadline, Alarm alarm) {
        if (outcome.isDone()) {
            return;
        }
        CompletableFuture<T> answer;
        try {
            answer = port.get();
        } catch (Throwable thrown) {
            failWith(thrown, "the port threw ");
            return;
        }
        if (answer == null) {
            outcome.complete(failed.apply("the port returned null"));
            return;
        }
        answer.handle(this::answered);
        outcome.whenComplete((value, error) -> letGo(answer));
        if (answer instanceof BlockingCall<T> queued && !queued.begun().isDone()) {
            begun = false;
            queued.begun().thenRun(() -> {
                begun = true;
                arm(deadline, alarm);
            });
        } else {
            arm(deadline, alarm);
        }
    }

    private void arm(Duration deadline, Alarm alarm) {
        if (!outcome.isDone()) {
            Runnable callOff = alarm.after(deadline, () -> expire(deadline));
            outcome.whenComplete((value, error) -> callOff.run());
        }
    }

    private boolean answered(@Nullable T value, @Nullable Throwable error) {
        if (error != null) {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            return failWith(cause, "the port failed with ");
        }
        return outcome.complete(value == null ? failed.apply("the port answered null") : value);
    }

    private boolean failWith(Throwable thrown, String what) {
        return thrown instanceof Error
                ? outcome.completeExceptionally(thrown)
                : outcome.complete(failed.apply(what + shown(thrown)));
    }

    /**
     * The deadline of the call, or of all that it is part of, has passed.
     *
     * @param deadline how long that was, for the detail
     */
    public void expire(Duration deadline) {
        outcome.complete(
                begun
                        ? timedOut.apply("no answer within " + seconds(deadline))
                        : failed.apply("no thread was free for the lookup within " + seconds(deadline)));
    }

    /** The outcome is no longer needed. */
    public void cancel() {
        outcome.cancel(true);
    }

    private static void letGo(CompletableFuture<?> answer) {
        if (!answer.isDone()) {
            answer.cancel(true);
        }
    }

    /** A foreign exception: even its message may throw. */
    private static String shown(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException | Error untold) {
            return thrown.getClass().getName();
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
