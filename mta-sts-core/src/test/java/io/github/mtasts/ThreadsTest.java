package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.Alarm;
import io.github.mtasts.call.FakeAlarm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Work runs on the checker's executor, never on a thread that a port completes its call on. */
class ThreadsTest {

    private final OpenPorts ports = new OpenPorts();

    @Test
    void thePortsThreadOnlyHandsTheEvidenceOver() {
        Queue<Runnable> handed = new ArrayDeque<>();
        CompletableFuture<MtaStsReport> report =
                ports.builder().build(handed::add, new FakeAlarm()).checkAsync("example.org");

        ports.answerTheRest();
        assertThat(report).isNotDone();

        handed.remove().run();
        assertThat(report).isCompleted();
        assertThat(handed).isEmpty();
    }

    @Test
    void callbacksRunOnTheCheckersExecutor() {
        ExecutorService executor = named("checker");
        ExecutorService port = named("port");
        try {
            CompletableFuture<String> thread = ports.builder()
                    .build(executor, new FakeAlarm())
                    .checkAsync("example.org")
                    .thenApply(report -> Thread.currentThread().getName());

            port.execute(ports::answerTheRest);

            assertThat(thread.join()).isEqualTo("checker");
        } finally {
            executor.shutdownNow();
            port.shutdownNow();
        }
    }

    @Test
    void theDefaultThreadsAreDaemonsWithTheLibrarysName() {
        MtaStsChecker checker = ports.builder().build();

        CompletableFuture<Thread> thread =
                checker.checkAsync("example.org").thenApply(report -> Thread.currentThread());
        ports.answerTheRest();

        assertThat(thread.join().isDaemon()).isTrue();
        assertThat(thread.join().getName()).startsWith("mta-sts-checker-");
    }

    @Test
    void aDeadlineRunsOnTheExecutor() {
        ExecutorService executor = named("checker");
        try {
            CompletableFuture<String> thread = new CompletableFuture<>();

            Alarm.on(executor)
                    .after(
                            Duration.ofMillis(1),
                            () -> thread.complete(Thread.currentThread().getName()));

            assertThat(thread.join()).isEqualTo("checker");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aDeadlineComesThoughTheExecutorWasShutDown() {
        ExecutorService executor = named("checker");
        executor.shutdownNow();
        CompletableFuture<Boolean> woken = new CompletableFuture<>();

        Alarm.on(executor).after(Duration.ofMillis(1), () -> woken.complete(true));

        assertThat(woken.join()).isTrue();
    }

    @Test
    void aDeadlineBeyondAllTimeIsNone() {
        CompletableFuture<MtaStsReport> report = ports.builder()
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .lookupTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                .fetchTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                .build()
                .checkAsync("example.org");

        ports.answerTheRest();

        assertThat(report.join().verdict()).isEqualTo(Verdict.ENFORCED);
    }

    @Test
    void withTheExecutorShutDownTheReportFailsAndEveryCallIsLetGo() {
        ExecutorService executor = named("checker");
        executor.shutdownNow();
        CompletableFuture<MtaStsReport> report =
                ports.builder().executor(executor).build().checkAsync("example.org");

        ports.answerTheRest();

        assertThat(report.handle((done, error) -> error).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    private static ExecutorService named(String name) {
        UnaryOperator<Thread> asDaemon = thread -> {
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newSingleThreadExecutor(task -> asDaemon.apply(new Thread(task, name)));
    }
}
