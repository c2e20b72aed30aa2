package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.call.FakeAlarm;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many checks whose reports come in the order of the source, on an executor that runs at once. */
class CheckAllInOrderTest {

    private final HeldChecks held = new HeldChecks();
    private final FakeAlarm alarm = new FakeAlarm();
    private final MtaStsChecker checker = held.builder().build(Runnable::run, alarm);
    private final List<String> taken = new ArrayList<>();

    @Test
    void aReportWaitsForTheDomainBeforeIt() throws InterruptedException {
        CompletableFuture<Void> end = checkAll(new Domains(3), 3);
        var slow = held.open.take();

        held.endOne();
        held.endOne();
        assertThat(taken).isEmpty();

        HeldChecks.end(slow);
        assertThat(taken).containsExactly("d0.example", "d1.example", "d2.example");
        assertThat(end).isCompleted();
    }

    @Test
    void othersBeginBehindASlowDomainUntilTheWindowIsFull() throws InterruptedException {
        Domains domains = new Domains(100);
        checkAll(domains, 2);
        var slow = held.open.take();

        for (int ended = 1; ended <= 7; ended++) {
            assertThat(held.open).hasSize(1);
            held.endOne();
        }

        assertThat(domains.read).hasValue(8);
        assertThat(held.open).isEmpty();

        HeldChecks.end(slow);
        assertThat(taken).hasSize(8);
        assertThat(held.open).hasSize(2);
    }

    @Test
    void noMoreChecksAreUnderWayThanAllowed() throws InterruptedException {
        Domains domains = new Domains(100);
        checkAll(domains, 3);

        assertThat(domains.read).hasValue(3);
        held.endOne();
        assertThat(held.open).hasSize(3);
    }

    @Test
    void whatTheSourceThrowsComesBehindTheReportsBeforeIt() throws InterruptedException {
        RuntimeException broken = new IllegalStateException("the disk is gone");
        Iterator<String> source = Stream.of("a.example", "b.example", "c.example")
                .peek(domain -> {
                    if (domain.startsWith("c")) {
                        throw broken;
                    }
                })
                .iterator();
        CompletableFuture<Void> end = checkAll(source, 5);

        assertThat(end).isNotDone();
        held.endOne();
        held.endOne();

        assertThat(taken).containsExactly("a.example", "b.example");
        assertThat(end.handle((done, error) -> error).join()).isSameAs(broken);
    }

    @Test
    void aSinkThatThrowsEndsAllAndGetsNoMore() throws InterruptedException {
        RuntimeException full = new IllegalStateException("full");
        CompletableFuture<Void> end = checker.checkAllInOrder(new Domains(100), 3, report -> {
            taken.add(report.domain());
            throw full;
        });

        held.endOne();

        assertThat(end.handle((done, error) -> error).join()).isSameAs(full);
        assertThat(taken).containsExactly("d0.example");
        assertThat(held.open).allMatch(CompletableFuture::isCancelled);
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void cancellingStopsTheChecksAndTheReading() throws InterruptedException {
        Domains domains = new Domains(100);
        CompletableFuture<Void> end = checkAll(domains, 3);
        var slow = held.open.take();
        held.endOne();

        end.cancel(true);

        assertThat(slow).isCancelled();
        assertThat(held.open).allMatch(CompletableFuture::isCancelled);
        assertThat(domains.read).hasValue(4);
        assertThat(taken).isEmpty();
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void aWindowOverTheLargestNumberIsAllowed() {
        MtaStsChecker ready = ReadyPorts.atOnce().build(Runnable::run, alarm);

        CompletableFuture<Void> end =
                ready.checkAllInOrder(new Domains(500), Integer.MAX_VALUE, report -> taken.add(report.domain()));

        assertThat(end).isCompleted();
        assertThat(taken).hasSize(500);
    }

    @Test
    void aConcurrencyBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkAll(new Domains(1), 0))
                .withMessage("concurrency must be at least 1: 0");
    }

    private CompletableFuture<Void> checkAll(Iterator<String> domains, int concurrency) {
        return checker.checkAllInOrder(domains, concurrency, report -> taken.add(report.domain()));
    }
}
