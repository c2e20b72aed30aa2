package io.github.mtasts.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alarm rings, whatever its executor does: a deadline that is never watched is a request that never ends. */
class AlarmTest {

    static Stream<Throwable> refusals() {
        return Stream.of(
                new RejectedExecutionException("shut down"),
                new IllegalStateException("stopped"),
                new Error("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void ringsAlsoWhenTheExecutorRefuses(Throwable refusal) {
        CompletableFuture<Boolean> rung = new CompletableFuture<>();
        Alarm.on(task -> AlarmTest.<RuntimeException>toss(refusal))
                .after(Duration.ofMillis(1), () -> rung.complete(true));
        assertThat(rung.completeOnTimeout(false, 10, TimeUnit.SECONDS).join()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void toss(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
