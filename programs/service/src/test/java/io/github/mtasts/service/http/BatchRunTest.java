package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Thresholds;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.check.CheckedReport;
import io.github.mtasts.service.check.Checks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pace of a batch: no check is begun that nobody may read of. */
class BatchRunTest {

    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aReaderThatTakesNothingHasAtMostTwentyChecksBegun() {
        BatchRun run = new BatchRun(domains(1000), this::instantly, inTurn());

        assertThatThrownBy(() -> run.writeTo(failingAfter(0)).join()).hasRootCauseInstanceOf(IOException.class);
        assertThat(begun).hasSize(BatchRun.AT_ONCE);
    }

    @Test
    void eachLineThatIsTakenLetsOneMoreCheckBeginUntilTheStreamFails() {
        Deque<Runnable> ends = new ArrayDeque<>();
        CompletableFuture<Void> run = new BatchRun(
                        domains(1000),
                        domain -> instantly(domain).thenCombine(later(ends), (report, end) -> report),
                        Runnable::run)
                .writeTo(failingAfter(25));

        for (int taken = 0; taken <= 25; taken++) {
            assertThat(begun).hasSize(BatchRun.AT_ONCE + taken);
            ends.remove().run();
        }

        assertThatThrownBy(run::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(begun).hasSize(BatchRun.AT_ONCE + 25);
    }

    @Test
    void everyLineIsFlushedByItself() throws Exception {
        List<String> flushed = new ArrayList<>();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushed.add(toString(StandardCharsets.UTF_8));
                reset();
            }
        };

        new BatchRun(domains(3), this::instantly, Runnable::run).writeTo(out).join();

        assertThat(flushed)
                .hasSize(4)
                .endsWith("{\"done\":3}\n")
                .allSatisfy(line -> assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1));
    }

    @Test
    void aLineIsTheReportAndAtItsEndTheInputAsItWasGiven() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String input = " \"d\u202E\\.example\t";

        new BatchRun(List.of(input), domain -> instantly("d.example"), Runnable::run)
                .writeTo(out)
                .join();

        Map<String, Object> expected = report("d.example").toMap();
        expected.put("input", input);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Json.write(expected) + "\n{\"done\":1}\n");
    }

    @Test
    void noDomainIsLostWhenOthersKeepTheChecksBusy() throws Exception {
        Deque<Runnable> others = new ArrayDeque<>();
        Checks checks = new Checks(
                domain -> {
                    CompletableFuture<MtaStsReport> report = CompletableFuture.completedFuture(report(domain));
                    return domain.startsWith("other") ? report.thenCombine(later(others), (done, end) -> done) : report;
                },
                1,
                System::nanoTime,
                (report, time) -> {});
        for (int i = 0; i < 5; i++) {
            checks.check("client" + i, "other" + i + ".example", false);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BatchRun run = new BatchRun(
                domains(50),
                domain -> {
                    CompletableFuture<CheckedReport> check = checks.check("the batch", domain, false);
                    if (check.isCompletedExceptionally()) {
                        endOne(others);
                    }
                    return check;
                },
                Runnable::run);

        run.writeTo(out).join();

        assertThat(inputs(out)).containsExactlyInAnyOrderElementsOf(domains(50));
    }

    @Test
    void aBatchThatIsOverBeginsNoMoreChecksWhenThereIsRoomAgain() throws Exception {
        BlockingQueue<Runnable> retries = new LinkedBlockingQueue<>();
        AtomicBoolean started = new AtomicBoolean();
        BatchRun run = new BatchRun(
                domains(1),
                domain -> {
                    begun.add(domain);
                    return CompletableFuture.failedFuture(new BusyException());
                },
                task -> {
                    if (started.get()) {
                        retries.add(task);
                    } else {
                        task.run();
                    }
                });
        CompletableFuture<Void> writing = run.writeTo(new ByteArrayOutputStream());
        started.set(true);

        writing.cancel(true);
        Runnable retry = Objects.requireNonNull(retries.poll(10, TimeUnit.SECONDS), "no retry");
        retry.run();

        assertThat(begun).hasSize(1);
    }

    @Test
    void anInternalErrorIsNotALine() {
        BatchRun run = new BatchRun(
                domains(1),
                domain -> CompletableFuture.failedFuture(new IllegalStateException("a mistake")),
                Runnable::run);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> run.writeTo(out).join()).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isZero();
    }

    private CompletableFuture<CheckedReport> instantly(String domain) {
        begun.add(domain);
        return CompletableFuture.completedFuture(new CheckedReport(report(domain)));
    }

    private static MtaStsReport report(String domain) {
        return MtaStsReport.of(Evidence.builder().domain(domain).build(), Thresholds.recommended());
    }

    /** Runs what it is given on the caller's thread, one after the other. */
    private static Executor inTurn() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        return task -> {
            waiting.add(task);
            if (waiting.size() == 1) {
                while (!waiting.isEmpty()) {
                    waiting.getFirst().run();
                    waiting.removeFirst();
                }
            }
        };
    }

    private static CompletableFuture<Boolean> later(Deque<Runnable> ends) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        ends.add(() -> end.complete(true));
        return end;
    }

    private static void endOne(Deque<Runnable> others) {
        Runnable end = others.poll();
        if (end != null) {
            end.run();
        }
    }

    private static List<Object> inputs(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.readObject(line.getBytes(StandardCharsets.UTF_8)))
                .filter(line -> !line.containsKey("done"))
                .map(line -> line.get("input"))
                .toList();
    }

    private static List<String> domains(int count) {
        return IntStream.range(0, count).mapToObj(i -> "d" + i + ".example").toList();
    }

    private static OutputStream failingAfter(int lines) {
        return new OutputStream() {
            private int written;

            @Override
            public void write(int octet) {
                throw new AssertionError("lines are written whole");
            }

            @Override
            public void write(byte[] line, int from, int length) throws IOException {
                if (written++ == lines) {
                    throw new IOException("gone");
                }
            }
        };
    }
}
