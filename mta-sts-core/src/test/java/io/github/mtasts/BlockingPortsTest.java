package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeAlarm;
import io.github.mtasts.spi.BlockingCall;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Blocking code as a port: waiting for a thread is never reported as a host that does not answer. */
class BlockingPortsTest {

    private static final Duration LOOKUP = Duration.ofSeconds(10);

    private final FakeAlarm alarm = new FakeAlarm();
    private final OpenPorts ports = new OpenPorts();
    private final Deque<Runnable> turns = new ArrayDeque<>();

    private CompletableFuture<MtaStsReport> check(Executor executor) {
        TxtResolver txt = TxtResolver.blocking(name -> OpenPorts.NO_TLS_RPT, executor);
        CompletableFuture<MtaStsReport> report =
                ports.builder().resolver(txt, ports).build(Runnable::run, alarm).checkAsync("example.org");
        ports.answerTheRest();
        return report;
    }

    @Test
    void theDeadlineDoesNotRunWhileTheCallWaits() {
        CompletableFuture<MtaStsReport> report = check(turns::add);

        alarm.pass(LOOKUP.multipliedBy(2));
        assertThat(report).isNotDone();
        while (!turns.isEmpty()) {
            turns.remove().run();
        }

        assertThat(report.join().evidence().mtaStsTxt()).isEqualTo(OpenPorts.NO_TLS_RPT);
    }

    @Test
    void aCallThatNeverGetsATurnIsAServerFailureAndNotATimeOut() {
        CompletableFuture<MtaStsReport> report = check(turns::add);

        alarm.pass(Duration.ofSeconds(30));

        assertThat(report.join().evidence().mtaStsTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(report.join().evidence().mtaStsTxt().detail()).contains("no thread was free");
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void aFetchThatNeverGetsATurnIsNotATimeOut() {
        CompletableFuture<MtaStsReport> report = ports.builder()
                .policyFetcher(url -> BlockingCall.start(() -> OpenPorts.POLICY, turns::add))
                .build(Runnable::run, alarm)
                .checkAsync("example.org");

        alarm.pass(Duration.ofSeconds(30));

        assertThat(report.join().evidence().policy().status()).isEqualTo(FetchStatus.HOST_LOOKUP_FAILED);
        assertThat(report.join().verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aTurnAfterTheEndSetsNoAlarm() {
        check(turns::add);
        alarm.pass(Duration.ofSeconds(30));

        turns.forEach(Runnable::run);

        assertThat(alarm.pending()).isZero();
    }

    @Test
    void theDeadlineBeginsWithTheTurnAndInterruptsTheThread() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        TxtResolver txt = TxtResolver.blocking(name -> silence(begun, interrupted), turns::add);
        CompletableFuture<MtaStsReport> report =
                ports.builder().resolver(txt, ports).build(Runnable::run, alarm).checkAsync("example.org");
        ports.answerTheRest();
        alarm.pass(Duration.ofSeconds(15));
        turns.forEach(turn -> new Thread(turn).start());
        begun.await();

        alarm.pass(LOOKUP.minusMillis(1));
        assertThat(report).isNotDone();

        alarm.pass(Duration.ofMillis(1));
        assertThat(report.join().evidence().mtaStsTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
        assertThat(report.join().evidence().tlsRptTxt().status()).isEqualTo(LookupStatus.TIMED_OUT);
        interrupted.await();
    }

    @Test
    void aPoolThatRejectsIsAServerFailure() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.shutdownNow();

        Evidence seen = check(pool).join().evidence();

        assertThat(seen.mtaStsTxt().status()).isEqualTo(LookupStatus.SERVER_FAILURE);
        assertThat(seen.mtaStsTxt().detail()).contains("RejectedExecutionException");
    }

    private static Lookup<TxtRecord> silence(CountDownLatch begun, CountDownLatch interrupted) {
        try {
            begun.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException cancelled) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
        return OpenPorts.RECORD;
    }
}
