package io.github.mtasts.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bookkeeping alone, with calls that cost nothing, so that threads collide as often as they can. */
class BatchTest {

    private final AtomicInteger notTaken = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger inSink = new AtomicInteger();
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void aMillionAnswersAtOnceNeedNoStack() {
        CompletableFuture<Void> end = Batch.asTheyEnd(
                numbers(1_000_000), 4, counted(CompletableFuture::completedFuture), this::take, Runnable::run);

        assertThat(end).isCompleted();
        assertThat(taken).hasSize(1_000_000);
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void aMillionAnswersAtOnceInOrderNeedNoStack() {
        CompletableFuture<Void> end = Batch.inOrder(
                numbers(1_000_000), 4, counted(CompletableFuture::completedFuture), this::take, Runnable::run);

        assertThat(end).isCompleted();
        assertThat(taken).hasSize(1_000_000).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void noWakeIsLostHoweverThreadsCollide(int concurrency) {
        onThreads((executor, answering) -> Batch.asTheyEnd(
                numbers(100_000),
                concurrency,
                counted(number -> atOnceOrLater(number, answering)),
                this::take,
                executor));

        assertThat(taken).hasSize(100_000);
        assertThat(most.get()).isLessThanOrEqualTo(concurrency);
        assertThat(overlaps).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void noWakeIsLostInOrderHoweverThreadsCollide(int concurrency) {
        onThreads((executor, answering) -> Batch.inOrder(
                numbers(100_000),
                concurrency,
                counted(number -> atOnceOrLater(number, answering)),
                this::take,
                executor));

        assertThat(taken).hasSize(100_000).isSorted();
        assertThat(most.get()).isLessThanOrEqualTo(4 * concurrency);
        assertThat(overlaps).hasValue(0);
    }

    private interface OnThreads {
        CompletableFuture<Void> start(Executor executor, Executor answering);
    }

    private static void onThreads(OnThreads batch) {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        ExecutorService answering = Executors.newFixedThreadPool(3);
        try {
            batch.start(executor, answering).join();
        } finally {
            executor.shutdownNow();
            answering.shutdownNow();
        }
    }

    private static Iterator<Integer> numbers(int size) {
        return IntStream.range(0, size).iterator();
    }

    private static CompletableFuture<Integer> atOnceOrLater(Integer number, Executor answering) {
        return ThreadLocalRandom.current().nextBoolean()
                ? CompletableFuture.completedFuture(number)
                : CompletableFuture.supplyAsync(() -> number, answering);
    }

    private Function<Integer, CompletableFuture<Integer>> counted(Function<Integer, CompletableFuture<Integer>> call) {
        return number -> {
            most.accumulateAndGet(notTaken.incrementAndGet(), Math::max);
            return call.apply(number);
        };
    }

    private void take(Integer number) {
        if (inSink.getAndIncrement() != 0) {
            overlaps.incrementAndGet();
        }
        taken.add(number);
        inSink.decrementAndGet();
        notTaken.decrementAndGet();
    }
}
