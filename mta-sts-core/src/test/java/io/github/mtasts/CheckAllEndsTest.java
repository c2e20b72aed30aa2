package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How many checks end before their time: with what was thrown, with nothing under way, and with no more reading. */
class CheckAllEndsTest {

    private final HeldChecks held = new HeldChecks();
    private final FakeAlarm alarm = new FakeAlarm();
    private final MtaStsChecker checker = held.builder().build(Runnable::run, alarm);
    private final List<MtaStsReport> taken = new ArrayList<>();

    @Test
    void aSourceThatThrowsEndsAll() {
        RuntimeException broken = new IllegalStateException("broken");
        Domains domains = new Domains(10);
        Iterator<String> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                if (domains.read.get() == 3) {
                    throw broken;
                }
                return domains.next();
            }
        };

        CompletableFuture<Void> end = checker.checkAll(source, 5, taken::add);

        assertFailedWith(broken, end);
        assertThat(held.open).hasSize(3).allMatch(CompletableFuture::isCancelled);
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void aSourceWhoseHasNextThrowsEndsAll() {
        Error broken = new LinkageError("broken");
        Iterator<String> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw broken;
            }

            @Override
            public String next() {
                return "example.org";
            }
        };

        assertFailedWith(broken, checker.checkAll(source, 5, taken::add));
    }

    @Test
    void aSinkThatThrowsEndsAllAndGetsNoMore() throws InterruptedException {
        RuntimeException full = new IllegalStateException("full");
        Domains domains = new Domains(100);
        CompletableFuture<Void> end = checker.checkAll(domains, 3, report -> {
            taken.add(report);
            throw full;
        });

        held.endOne();

        assertFailedWith(full, end);
        assertThat(taken).hasSize(1);
        assertThat(domains.read).hasValue(3);
        assertThat(held.open).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void aNullDomainEndsAll() {
        CompletableFuture<Void> end =
                checker.checkAll(Arrays.asList("a.example", null, "b.example").iterator(), 5, taken::add);

        assertThat(end.handle((done, error) -> error).join()).isInstanceOf(NullPointerException.class);
        assertThat(held.open).hasSize(1).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void cancellingStopsTheChecksAndTheReading() {
        Domains domains = new Domains(100);
        CompletableFuture<Void> end = checker.checkAll(domains, 3, taken::add);

        end.cancel(true);

        assertThat(held.open).hasSize(3).allMatch(CompletableFuture::isCancelled);
        assertThat(domains.read).hasValue(3);
        assertThat(taken).isEmpty();
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void aSinkMayCancel() throws InterruptedException {
        Domains domains = new Domains(100);
        CompletableFuture<CompletableFuture<Void>> end = new CompletableFuture<>();
        end.complete(checker.checkAll(domains, 3, report -> {
            taken.add(report);
            end.join().cancel(true);
        }));
        CompletableFuture<Lookup<MxHost>> other = held.open.remove();

        held.endOne();

        assertThat(end.join()).isCancelled();
        assertThat(other).isCancelled();
        assertThat(taken).hasSize(1);
        assertThat(domains.read).hasValue(3);
    }

    @Test
    void aSourceThatWaitedThroughTheEndIsAskedNoMoreAndNothingBegins() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch more = new CountDownLatch(1);
        Domains domains = new Domains(10);
        Iterator<String> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                waiting.countDown();
                await(more);
                return true;
            }

            @Override
            public String next() {
                return domains.next();
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> end = held.builder().build(executor, alarm).checkAll(source, 3, taken::add);
            waiting.await();

            end.cancel(true);
            more.countDown();
        } finally {
            executor.shutdown();
        }

        assertThat(executor.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();
        assertThat(domains.read).hasValue(0);
        assertThat(held.open).isEmpty();
    }

    @Test
    void anExecutorThatRejectsEndsAll() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdownNow();

        CompletableFuture<Void> end = held.builder().executor(executor).build().checkAll(new Domains(1), 1, taken::add);

        assertThat(end.handle((done, error) -> error).join()).isInstanceOf(RejectedExecutionException.class);
    }

    private static void assertFailedWith(Throwable thrown, CompletableFuture<Void> end) {
        assertThat(end).isCompletedExceptionally();
        assertThat(end.handle((done, error) -> error).join()).isSameAs(thrown);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
