package io.github.mtasts.check;

import io.github.mtasts.MtaStsReport;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Many checks, a bounded number at a time, and their reports in the order of the list. Reports that wait for an earlier
 * one stand in a window; the list is read no faster than it moves on.
 */
final class OrderedChecks {

    private static final int WINDOW = 4;

    private final Function<String, CompletableFuture<MtaStsReport>> check;
    private final Semaphore turns;
    private final BlockingQueue<Optional<CompletableFuture<MtaStsReport>>> window;

    OrderedChecks(Function<String, CompletableFuture<MtaStsReport>> check, int concurrency) {
        this.check = check;
        this.turns = new Semaphore(concurrency);
        this.window = new ArrayBlockingQueue<>(WINDOW * concurrency);
    }

    /** Gives each report to the sink on this thread; what the list or the sink throws ends it all. */
    void run(Iterator<String> domains, Consumer<MtaStsReport> sink) {
        Thread reader = new Thread(() -> read(domains), "domain-list");
        reader.setDaemon(true);
        reader.start();
        try {
            for (var report = window.take(); report.isPresent(); report = window.take()) {
                sink.accept(report.get().join());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(interrupted);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            reader.interrupt();
            window.forEach(report -> report.ifPresent(unfinished -> unfinished.cancel(true)));
        }
    }

    private void read(Iterator<String> domains) {
        try {
            try {
                while (domains.hasNext()) {
                    turns.acquire();
                    CompletableFuture<MtaStsReport> report = check.apply(domains.next());
                    window.put(Optional.of(report));
                    report.whenComplete((done, failure) -> turns.release());
                }
            } catch (RuntimeException failure) {
                window.put(Optional.of(CompletableFuture.failedFuture(failure)));
            }
            window.put(Optional.empty());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
