package io.github.mtasts.service.http;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of one batch, each begun only when there is room for its line: whoever reads slowly is checked for slowly. */
final class BatchRun {

    static final int AT_ONCE = 20;

    /** Until another try when others keep all checks busy, and none of ours will end. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Function<String, CompletableFuture<MtaStsReport>> check;
    private final Deque<String> rest;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private int begun;
    private boolean busy;

    /** Begins nothing yet. */
    BatchRun(Collection<String> inputs, Function<String, CompletableFuture<MtaStsReport>> check) {
        this.rest = new ArrayDeque<>(inputs);
        this.check = check;
    }

    /** Writes a line for each domain as its check ends, and begins no further check once that fails. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        while (begun > 0 || !rest.isEmpty()) {
            begin();
            Ended next = ended.take();
            begun--;
            if (next.error() instanceof BusyException) {
                rest.addFirst(next.input());
                busy = begun > 0;
                if (!busy) {
                    Thread.sleep(PAUSE.toMillis());
                }
            } else {
                busy = false;
                out.write(next.line());
                out.flush();
            }
        }
    }

    private void begin() {
        while (!busy && begun < AT_ONCE && !rest.isEmpty()) {
            String input = rest.remove();
            begun++;
            check.apply(input.strip())
                    .whenComplete((report, error) -> ended.add(new Ended(input, report, cause(error))));
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable error) {
        return error instanceof CompletionException ? error.getCause() : error;
    }

    /** A check that ended with a report or with an error. */
    private record Ended(String input, @Nullable MtaStsReport report, @Nullable Throwable error) {

        byte[] line() {
            if (report == null) {
                throw new CompletionException(error);
            }
            Map<String, @Nullable Object> map = report.toMap();
            map.put("input", input);
            return (Json.write(map) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
