package io.github.mtasts.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialTest {

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void wakesBeforeItsTurnAreOneRun() {
        Serial serial = new Serial(turns::add, runs::incrementAndGet, failures::add);
        serial.wake();
        serial.wake();

        turns.remove().run();

        assertThat(runs).hasValue(1);
        assertThat(turns).isEmpty();
    }

    @Test
    void aWakeAfterARunIsAnotherRun() {
        Serial serial = new Serial(turns::add, runs::incrementAndGet, failures::add);
        serial.wake();
        turns.remove().run();

        serial.wake();
        turns.remove().run();

        assertThat(runs).hasValue(2);
    }

    @Test
    void aWakeFromInsideRunsItAgainAndNotWithin() {
        CompletableFuture<Serial> self = new CompletableFuture<>();
        AtomicInteger inside = new AtomicInteger();
        Serial serial = new Serial(
                Runnable::run,
                () -> {
                    assertThat(inside.getAndIncrement()).isZero();
                    if (runs.incrementAndGet() < 100_000) {
                        self.join().wake();
                    }
                    inside.decrementAndGet();
                },
                failures::add);
        self.complete(serial);

        serial.wake();

        assertThat(runs).hasValue(100_000);
        assertThat(failures).isEmpty();
    }

    @Test
    void aTaskThatThrowsIsReportedAndCanBeWokenAgain() {
        Error broken = new LinkageError("broken");
        Serial serial = new Serial(
                Runnable::run,
                () -> {
                    runs.incrementAndGet();
                    throw broken;
                },
                failures::add);

        serial.wake();
        serial.wake();

        assertThat(failures).containsExactly(broken, broken);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anExecutorThatRejectsIsReported() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdownNow();

        new Serial(executor, runs::incrementAndGet, failures::add).wake();

        assertThat(failures).singleElement().isInstanceOf(RejectedExecutionException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void whateverWasDoneBeforeAWakeIsSeenByARunAfterIt() {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        AtomicInteger given = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        CompletableFuture<Void> all = new CompletableFuture<>();
        int wakers = 4;
        int each = 100_000;
        Serial serial = new Serial(
                executor,
                () -> {
                    taken.addAndGet(given.getAndSet(0));
                    if (taken.get() == wakers * each) {
                        all.complete(null);
                    }
                },
                all::completeExceptionally);
        try {
            for (int waker = 0; waker < wakers; waker++) {
                new Thread(() -> {
                            for (int i = 0; i < each; i++) {
                                given.incrementAndGet();
                                serial.wake();
                            }
                        })
                        .start();
            }

            all.join();
        } finally {
            executor.shutdown();
        }

        assertThat(taken).hasValue(wakers * each);
    }
}
