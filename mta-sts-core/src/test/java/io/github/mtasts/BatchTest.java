package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bookkeeping alone, with checks that cost nothing, so that threads collide as often as they can. */
class BatchTest {

    private static final MtaStsReport REPORT =
            MtaStsReport.of(Evidence.builder().domain("example.org").build(), Thresholds.recommended());

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger inSink = new AtomicInteger();
    private int taken;

    @Test
    void aMillionAnswersAtOnceNeedNoStack() {
        CompletableFuture<Void> end =
                batch(1_000_000, 4, name -> CompletableFuture.completedFuture(REPORT), Runnable::run);

        assertThat(end).isCompleted();
        assertThat(taken).isEqualTo(1_000_000);
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void noWakeIsLostHoweverThreadsCollide(int concurrency) {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        ExecutorService answering = Executors.newFixedThreadPool(3);
        try {
            batch(100_000, concurrency, name -> atOnceOrLater(answering), executor)
                    .join();
        } finally {
            executor.shutdownNow();
            answering.shutdownNow();
        }

        assertThat(taken).isEqualTo(100_000);
        assertThat(most.get()).isLessThanOrEqualTo(concurrency);
        assertThat(overlaps).hasValue(0);
    }

    private static CompletableFuture<MtaStsReport> atOnceOrLater(Executor answering) {
        return ThreadLocalRandom.current().nextBoolean()
                ? CompletableFuture.completedFuture(REPORT)
                : CompletableFuture.supplyAsync(() -> REPORT, answering);
    }

    private CompletableFuture<Void> batch(
            int size, int concurrency, Function<String, CompletableFuture<MtaStsReport>> check, Executor executor) {
        Function<String, CompletableFuture<MtaStsReport>> counted = name -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return check.apply(name);
        };
        return new Batch(new Domains(size), concurrency, counted, this::take, executor).start();
    }

    private void take(MtaStsReport report) {
        if (inSink.getAndIncrement() != 0) {
            overlaps.incrementAndGet();
        }
        taken++;
        inSink.decrementAndGet();
        underWay.decrementAndGet();
    }
}
