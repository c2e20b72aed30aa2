package io.github.mtasts.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.kit.UserError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports come in the order of the list, and the list is read no faster than checks go. */
class OrderedChecksTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void theOrderIsThatOfTheListThoughLaterOnesAreDoneFirst() {
        CompletableFuture<MtaStsReport> slow = new CompletableFuture<>();

        run(4, List.of("slow.example", "a.example", "b.example").iterator(), domain -> {
            if (domain.startsWith("b")) {
                slow.complete(report("slow.example"));
            }
            return domain.startsWith("slow") ? slow : CompletableFuture.completedFuture(report(domain));
        });

        assertThat(seen).containsExactly("slow.example", "a.example", "b.example");
    }

    @Test
    void noMoreAreUnderWayThanAllowed() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        run(3, numbered(100), domain -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return CompletableFuture.supplyAsync(() -> {
                underWay.decrementAndGet();
                return report(domain);
            });
        });

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(seen).hasSize(100);
    }

    @Test
    void theListIsNotReadAheadOfAReportThatIsAwaited() throws InterruptedException {
        CompletableFuture<MtaStsReport> first = new CompletableFuture<>();
        AtomicInteger read = new AtomicInteger();
        CountDownLatch windowIsFull = new CountDownLatch(7);
        Iterator<String> endless = Stream.generate(() -> {
                    windowIsFull.countDown();
                    return read.incrementAndGet() + ".example";
                })
                .limit(1_000)
                .iterator();
        Thread waiting = new Thread(() -> run(
                2,
                endless,
                domain -> domain.startsWith("1.") ? first : CompletableFuture.completedFuture(report(domain))));
        waiting.start();
        windowIsFull.await();
        int ahead = read.get();
        first.complete(report("1.example"));
        waiting.join();

        assertThat(ahead).isLessThan(15);
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void whatTheListThrowsComesOutBehindTheReportsBeforeIt() {
        Iterator<String> broken = Stream.of("a.example", "b.example")
                .peek(domain -> {
                    if (domain.startsWith("b")) {
                        throw new UserError("the disk is gone");
                    }
                })
                .iterator();

        assertThatThrownBy(() -> run(2, broken, domain -> CompletableFuture.completedFuture(report(domain))))
                .isInstanceOf(UserError.class)
                .hasMessage("the disk is gone");
        assertThat(seen).containsExactly("a.example");
    }

    @Test
    void whenNobodyTakesTheReportsTheChecksAreCancelled() {
        Queue<CompletableFuture<MtaStsReport>> others = new ConcurrentLinkedQueue<>();
        CountDownLatch begun = new CountDownLatch(3);
        OrderedChecks checks = new OrderedChecks(
                domain -> {
                    begun.countDown();
                    if (domain.startsWith("0")) {
                        return CompletableFuture.completedFuture(report(domain));
                    }
                    CompletableFuture<MtaStsReport> never = new CompletableFuture<>();
                    others.add(never);
                    return never;
                },
                2);

        assertThatThrownBy(() -> checks.run(numbered(3), report -> {
                    await(begun);
                    throw new IllegalStateException("closed");
                }))
                .hasMessage("closed");
        assertThat(others).first().matches(CompletableFuture::isCancelled);
    }

    private void run(
            int concurrency,
            Iterator<String> domains,
            java.util.function.Function<String, CompletableFuture<MtaStsReport>> check) {
        new OrderedChecks(check, concurrency).run(domains, report -> seen.add(report.domain()));
    }

    private static Iterator<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + ".example").iterator();
    }

    private static MtaStsReport report(String domain) {
        return MtaStsReport.of(Evidence.builder().domain(domain).build(), Thresholds.recommended());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
