package io.github.mtasts;

import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many checks, a bounded number at a time: the source is read no faster than they end, and nothing is kept of them. */
final class Batch {

    private final Iterator<String> domains;
    private final int concurrency;
    private final Function<String, CompletableFuture<MtaStsReport>> check;
    private final Consumer<? super MtaStsReport> sink;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<CompletableFuture<MtaStsReport>> checks = ConcurrentHashMap.newKeySet();
    private final Queue<MtaStsReport> finished = new ConcurrentLinkedQueue<>();
    private final Serial reading;
    private final Serial delivering;
    private volatile boolean exhausted;

    Batch(
            Iterator<String> domains,
            int concurrency,
            Function<String, CompletableFuture<MtaStsReport>> check,
            Consumer<? super MtaStsReport> sink,
            Executor executor) {
        this.domains = domains;
        this.concurrency = concurrency;
        this.check = check;
        this.sink = sink;
        this.reading = new Serial(executor, this::read, end::completeExceptionally);
        this.delivering = new Serial(executor, this::deliver, end::completeExceptionally);
    }

    /** Completes when the last report was delivered; exceptionally with what the source or the sink threw. */
    CompletableFuture<Void> start() {
        end.whenComplete((done, error) -> checks.forEach(each -> each.cancel(true)));
        reading.wake();
        return end;
    }

    private void read() {
        while (!end.isDone() && !exhausted && underWay.get() < concurrency) {
            exhausted = !domains.hasNext();
            if (!exhausted && !end.isDone()) { // the source may have waited long
                String domain = domains.next();
                underWay.incrementAndGet();
                start(check.apply(domain));
            }
        }
        endWhenDone();
    }

    @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
    private void start(CompletableFuture<MtaStsReport> report) {
        checks.add(report);
        report.whenComplete((value, error) -> {
            checks.remove(report);
            if (error != null) {
                end.completeExceptionally(error);
            } else {
                finished.add(value);
                delivering.wake();
            }
        });
        if (end.isDone()) {
            report.cancel(true);
        }
    }

    private void deliver() {
        for (MtaStsReport next = finished.poll(); next != null && !end.isDone(); next = finished.poll()) {
            sink.accept(next);
            underWay.decrementAndGet();
            reading.wake();
        }
    }

    private void endWhenDone() {
        if (exhausted && underWay.get() == 0) {
            end.complete(null);
        }
    }
}
