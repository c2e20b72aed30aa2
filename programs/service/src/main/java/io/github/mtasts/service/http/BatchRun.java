package io.github.mtasts.service.http;

import io.github.mtasts.call.Batch;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.check.CheckedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of one batch, each begun only when there is room for its line: a slow reader slows its own checks down. */
final class BatchRun {

    static final int AT_ONCE = 20;

    /** Until another attempt when other clients keep all checks busy. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Collection<String> inputs;
    private final Function<String, CompletableFuture<CheckedReport>> check;
    private final Executor threads;
    private volatile boolean isOver;

    /** Begins nothing yet. */
    BatchRun(Collection<String> inputs, Function<String, CompletableFuture<CheckedReport>> check, Executor threads) {
        this.inputs = inputs;
        this.check = check;
        this.threads = threads;
    }

    /**
     * Writes a line for each domain as its check ends, and one that says that these are all; begins no more checks and fails
     * when the stream does.
     */
    CompletableFuture<Void> writeTo(OutputStream out) {
        CompletableFuture<Void> lines =
                Batch.asTheyEnd(inputs.iterator(), AT_ONCE, this::line, line -> write(line, out), threads);
        lines.whenComplete((done, error) -> isOver = true);
        CompletableFuture<Void> writing = lines.thenRun(
                () -> write(("{\"done\":" + inputs.size() + "}\n").getBytes(StandardCharsets.UTF_8), out));
        writing.whenComplete((done, error) -> lines.cancel(true));
        return writing;
    }

    /** Writes a CSV file in the order of the inputs, for who shows it only when it is whole. */
    CompletableFuture<Void> writeCsvTo(OutputStream out) {
        write(ReportCsv.HEADER.getBytes(StandardCharsets.UTF_8), out);
        CompletableFuture<Void> writing =
                Batch.inOrder(inputs.iterator(), AT_ONCE, this::row, row -> write(row, out), threads);
        writing.whenComplete((done, error) -> isOver = true);
        return writing;
    }

    private CompletableFuture<byte[]> row(String input) {
        return report(input)
                .thenApply(checked ->
                        ReportCsv.row(input, checked.report().toMap()).getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<byte[]> line(String input) {
        return report(input).thenApply(checked -> line(checked.json(), input));
    }

    /** The object without its last brace, one more member, and the brace again. */
    private static byte[] line(ByteBuffer report, String input) {
        byte[] last = (",\"input\":" + Json.write(input) + "}\n").getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[report.remaining() - 1 + last.length];
        report.get(line, 0, line.length - last.length);
        System.arraycopy(last, 0, line, line.length - last.length, last.length);
        return line;
    }

    private CompletableFuture<CheckedReport> report(String input) {
        if (isOver) {
            return CompletableFuture.failedFuture(new CancellationException("the batch is over"));
        }
        return check.apply(input.strip())
                .handle((report, error) -> isBusy(error)
                        ? pause().thenComposeAsync(ended -> report(input), threads)
                        : error == null
                                ? CompletableFuture.completedFuture(report)
                                : CompletableFuture.<CheckedReport>failedFuture(error))
                .thenCompose(next -> next);
    }

    private static CompletableFuture<Void> pause() {
        return new CompletableFuture<Void>().completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isBusy(@Nullable Throwable error) {
        return error instanceof BusyException
                || (error instanceof CompletionException && error.getCause() instanceof BusyException);
    }

    private static void write(byte[] line, OutputStream out) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
