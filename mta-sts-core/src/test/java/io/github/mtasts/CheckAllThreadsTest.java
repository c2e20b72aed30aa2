package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many checks on many threads: a source and a sink that block or hurry. */
class CheckAllThreadsTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final ExecutorService answering = Executors.newFixedThreadPool(3);

    @AfterEach
    void endThreads() {
        executor.shutdownNow();
        answering.shutdownNow();
    }

    @Test
    void aSourceThatBlocksDoesNotHoldBackFinishedReports() throws InterruptedException {
        BlockingQueue<String> fed = new LinkedBlockingQueue<>(List.of("first.example"));
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        CompletableFuture<Void> end = ReadyPorts.atOnce()
                .executor(executor)
                .build()
                .checkAll(until("end", fed), 5, report -> taken.add(report.domain()));

        assertThat(taken.take()).isEqualTo("first.example");
        fed.add("second.example");
        assertThat(taken.take()).isEqualTo("second.example");
        fed.add("end");

        assertThat(end.join()).isNull();
    }

    @Test
    void aSlowSinkFreesOnePlaceWithEachReportThatItTakes() throws InterruptedException {
        HeldChecks held = new HeldChecks();
        Domains domains = new Domains(100);
        BlockingQueue<CountDownLatch> taking = new LinkedBlockingQueue<>();
        CompletableFuture<Void> end = held.builder().executor(executor).build().checkAll(domains, 3, report -> {
            CountDownLatch release = new CountDownLatch(1);
            taking.add(release);
            await(release);
        });
        held.endOne();
        held.endOne();
        held.endOne();

        taking.take().countDown();
        CountDownLatch second = taking.take();

        held.open.take(); // the fourth check begins though the sink still holds the second report
        second.countDown();
        end.cancel(true);
    }

    @RepeatedTest(20)
    void nothingIsLostOrOverlapsHoweverThreadsInterleave() {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger inSink = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        Domains domains = new Domains(500);
        AtomicInteger tooFast = new AtomicInteger();

        new ReadyPorts(answering)
                .builder()
                .executor(executor)
                .build()
                .checkAll(domains, 4, report -> {
                    if (inSink.getAndIncrement() != 0) {
                        overlaps.incrementAndGet();
                    }
                    if (domains.read.get() > taken.size() + 4) {
                        tooFast.incrementAndGet();
                    }
                    taken.add(report.domain());
                    inSink.decrementAndGet();
                })
                .join();

        assertThat(taken).hasSize(500).doesNotHaveDuplicates();
        assertThat(overlaps).hasValue(0);
        assertThat(tooFast).hasValue(0);
    }

    @RepeatedTest(20)
    void cancellingAtAnyMomentLeavesNoAlarm() {
        FakeAlarm alarm = new FakeAlarm();
        CompletableFuture<CompletableFuture<Void>> end = new CompletableFuture<>();
        AtomicInteger count = new AtomicInteger();
        end.complete(new ReadyPorts(answering)
                .builder()
                .build(executor, alarm)
                .checkAll(new Domains(1_000), 10, report -> {
                    if (count.incrementAndGet() == 200) {
                        answering.execute(() -> end.join().cancel(true));
                    }
                }));

        assertThat(end.join().handle((done, error) -> error).join()).isNotNull();
        settle(answering);
        settle(executor);
        assertThat(alarm.pending()).isZero();
    }

    private static void settle(ExecutorService threads) {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Iterator<String> until(String last, BlockingQueue<String> queue) {
        return new Iterator<>() {
            private String next = "";

            @Override
            public boolean hasNext() {
                next = takeFrom(queue);
                return !next.equals(last);
            }

            @Override
            public String next() {
                return next;
            }
        };
    }

    private static String takeFrom(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "end";
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
