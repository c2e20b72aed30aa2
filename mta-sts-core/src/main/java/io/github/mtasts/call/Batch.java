package io.github.mtasts.call;

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

/** Many calls, a bounded number at a time: the source is read no faster than they end, and finished calls are not kept. */
public final class Batch<I, O> {

    /** In order, this many times the concurrency may have begun, and wait for the first of them. */
    private static final long WINDOW = 4;

    private final Iterator<? extends I> source;
    private final int concurrency;
    private final boolean inOrder;
    private final Function<? super I, CompletableFuture<O>> call;
    private final Consumer<? super O> sink;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger notTaken = new AtomicInteger();
    private final Set<CompletableFuture<O>> calls = ConcurrentHashMap.newKeySet();
    /** What the sink takes next: if in order, all that have begun; otherwise those that have ended. */
    private final Queue<CompletableFuture<O>> next = new ConcurrentLinkedQueue<>();

    private final Serial reading;
    private final Serial delivering;
    private volatile boolean exhausted;

    private Batch(
            Iterator<? extends I> source,
            int concurrency,
            boolean inOrder,
            Function<? super I, CompletableFuture<O>> call,
            Consumer<? super O> sink,
            Executor executor) {
        this.source = source;
        this.concurrency = concurrency;
        this.inOrder = inOrder;
        this.call = call;
        this.sink = sink;
        this.reading = new Serial(executor, this::read, end::completeExceptionally);
        this.delivering = new Serial(executor, this::deliver, end::completeExceptionally);
    }

    /**
     * Hands results over as their calls end. At most {@code concurrency} calls have begun whose result is not taken.
     *
     * @param source read on the executor, by one thread at a time
     * @param sink called on the executor, by one thread at a time
     * @return completes when the last result was taken, or with what the source, a call or the sink threw, and cancels
     *     all calls then; cancelling it does the same
     */
    public static <I, O> CompletableFuture<Void> asTheyEnd(
            Iterator<? extends I> source,
            int concurrency,
            Function<? super I, CompletableFuture<O>> call,
            Consumer<? super O> sink,
            Executor executor) {
        return new Batch<>(source, concurrency, false, call, sink, executor).start();
    }

    /**
     * Hands results over in the order of the source, which is as {@link #asTheyEnd} but for a slow first call: others
     * begin and end behind it, until four times {@code concurrency} have begun whose result is not taken. What the source
     * or a call throws has its place in that order: the results before it are taken first.
     */
    public static <I, O> CompletableFuture<Void> inOrder(
            Iterator<? extends I> source,
            int concurrency,
            Function<? super I, CompletableFuture<O>> call,
            Consumer<? super O> sink,
            Executor executor) {
        return new Batch<>(source, concurrency, true, call, sink, executor).start();
    }

    private CompletableFuture<Void> start() {
        end.whenComplete((done, error) -> calls.forEach(each -> each.cancel(true)));
        reading.wake();
        return end;
    }

    private void read() {
        try {
            while (!end.isDone() && !exhausted && hasRoom()) {
                exhausted = !source.hasNext();
                if (!exhausted && !end.isDone()) { // the source may have waited long
                    begin(call.apply(source.next()));
                }
            }
        } catch (Throwable broken) {
            exhausted = true;
            begin(CompletableFuture.failedFuture(broken));
        }
        if (exhausted && notTaken.get() == 0) {
            end.complete(null);
        }
    }

    private boolean hasRoom() {
        return underWay.get() < concurrency && notTaken.get() < (inOrder ? WINDOW : 1) * concurrency;
    }

    @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
    private void begin(CompletableFuture<O> result) {
        underWay.incrementAndGet();
        notTaken.incrementAndGet();
        calls.add(result);
        if (inOrder) {
            next.add(result);
        }
        result.whenComplete((value, error) -> {
            calls.remove(result);
            underWay.decrementAndGet();
            if (inOrder) {
                reading.wake();
            } else {
                next.add(result);
            }
            delivering.wake();
        });
        if (end.isDone()) {
            result.cancel(true);
        }
    }

    private void deliver() {
        for (CompletableFuture<O> first = next.peek();
                first != null && first.isDone() && !end.isDone();
                first = next.peek()) {
            next.remove();
            if (first.isCompletedExceptionally()) {
                first.whenComplete((none, error) -> end.completeExceptionally(error));
            } else {
                sink.accept(first.join());
                notTaken.decrementAndGet();
                reading.wake();
            }
        }
    }
}
