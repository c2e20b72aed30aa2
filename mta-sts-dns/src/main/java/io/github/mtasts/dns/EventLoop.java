package io.github.mtasts.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;

/**
 * One thread that waits for all sockets and all deadlines of a resolver. Its tasks never run concurrently,
 * so lookups do not need locks; blocking code must not run on it.
 */
final class EventLoop implements AutoCloseable {

    /** A task and when it is due, in nanoseconds since the loop began. */
    record Timer(long due, long sequence, Runnable task) {}

    private final long began = System.nanoTime();

    private final Selector selector;
    private final Thread thread;
    private final Runnable atEnd;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final TreeSet<Timer> timers =
            new TreeSet<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::sequence));
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65535);
    private long sequence;
    private boolean closed;

    /** Starts the thread; {@code atEnd} is the last that it runs. */
    EventLoop(Runnable atEnd) {
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector for DNS sockets", e);
        }
        this.atEnd = atEnd;
        this.thread = new Thread(this::run, "mta-sts-dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a task to the thread; false, and the task never runs, when the loop was closed. From any thread. */
    boolean execute(Runnable task) {
        synchronized (tasks) {
            if (closed) {
                return false;
            }
            tasks.add(task);
        }
        selector.wakeup();
        return true;
    }

    /** Runs a task after a delay, unless it is cancelled. On the loop's thread only. */
    Timer after(Duration wait, Runnable task) {
        Timer timer = new Timer(now() + wait.toNanos(), sequence++, task);
        timers.add(timer);
        return timer;
    }

    void cancel(Timer timer) {
        timers.remove(timer);
    }

    /** Calls the exchange whenever the channel is ready. On the loop's thread only; closing the channel ends it. */
    SelectionKey register(SelectableChannel channel, int operations, Exchange exchange) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, exchange);
    }

    /** Room for one datagram, emptied. On the loop's thread only, until its next call. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** How many channels are open. On the loop's thread only. */
    long openChannels() {
        return selector.keys().stream().filter(SelectionKey::isValid).count();
    }

    /** Ends the thread and waits for its end. Every channel must be closed by {@code atEnd}. */
    @Override
    public void close() {
        synchronized (tasks) {
            closed = true;
        }
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                select();
                runReady();
                runTasks();
                runDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the selector for DNS sockets failed", e);
        } finally {
            end();
        }
    }

    private boolean isClosed() {
        synchronized (tasks) {
            return closed;
        }
    }

    private void select() throws IOException {
        if (timers.isEmpty()) {
            selector.select();
            return;
        }
        long wait = timers.first().due() - now();
        if (wait > 0) {
            selector.select(wait / 1_000_000 + 1);
        } else {
            selector.selectNow();
        }
    }

    private void runReady() {
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key.isValid() && key.attachment() instanceof Exchange exchange) {
                exchange.ready(key);
            }
        }
    }

    private void runTasks() {
        List<Runnable> handed;
        synchronized (tasks) {
            handed = List.copyOf(tasks);
            tasks.clear();
        }
        handed.forEach(Runnable::run);
    }

    private void runDue() {
        long now = now();
        while (!timers.isEmpty() && timers.first().due() <= now) {
            Timer timer = timers.first();
            timers.remove(timer);
            timer.task().run();
        }
    }

    /** Also after a bug: everything that waits is completed, and nothing more is accepted. */
    private void end() {
        synchronized (tasks) {
            closed = true;
        }
        try {
            runTasks();
        } finally {
            atEnd.run();
            closeSelector();
        }
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long now() {
        return System.nanoTime() - began;
    }
}
