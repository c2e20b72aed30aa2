package io.github.mtasts.call;

import io.github.mtasts.spi.BlockingCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a port that always has an outcome, whatever the port does; if it does nothing, its deadline ends the call.
 *
 * @param <T> a lookup or a policy response
 */
public final class PortCall<T> {

    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Function<String, T> failed;
    private final Function<String, T> timedOut;
    private volatile boolean begun = true;

    /**
     * Makes a call that has not begun.
     *
     * @param failed makes the outcome of a port that threw, returned null or never got a thread; takes a human-readable detail
     * @param timedOut makes the outcome of a port that did not answer in time; takes a human-readable detail
     */
    public PortCall(Function<String, T> failed, Function<String, T> timedOut) {
        this.failed = failed;
        this.timedOut = timedOut;
    }

    /**
     * The outcome of the call.
     *
     * @return completes normally, or is cancelled by {@link #cancel}
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
            outcome.complete(failed.apply("the port threw " + shown(thrown)));
            return;
        }
        if (answer == null) {
            outcome.complete(failed.apply("the port returned null"));
            return;
        }
        answer.handle((value, error) -> outcome.complete(judged(value, error)));
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

    private T judged(@Nullable T value, @Nullable Throwable error) {
        if (error != null) {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            return failed.apply("the port failed with " + shown(cause));
        }
        return value == null ? failed.apply("the port answered null") : value;
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
