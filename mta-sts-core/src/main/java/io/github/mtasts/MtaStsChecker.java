package io.github.mtasts;

import io.github.mtasts.call.Batch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers whether MTA-STS is right for a domain, and if not, what to change. Thread-safe; meant to be made once.
 *
 * <p>Network failures are never thrown: whatever DNS, HTTPS and the domain's owner do is in the report, which always
 * arrives within the deadline. Only an {@link Error} that a port threw, such as a {@link LinkageError}, is not a report: it
 * is thrown, or fails the future.
 *
 * <pre>{@code
 * var dns = DnsjavaResolver.system();
 * MtaStsChecker checker = MtaStsChecker.builder()
 *         .resolver(dns)
 *         .policyFetcher(OkHttpPolicyFetcher.using(dns))
 *         .build();
 *
 * MtaStsReport report = checker.check("example.org");
 * if (report.verdict() != Verdict.ENFORCED) {
 *     log.warn("{}", report.toText());
 * }
 * }</pre>
 */
public final class MtaStsChecker {

    private final Discovery discovery;
    private final Function<Evidence, MtaStsReport> judge;
    private final BiConsumer<? super MtaStsReport, ? super Duration> listener;
    private final Clock clock;
    private final Executor executor;

    MtaStsChecker(
            Discovery discovery,
            Function<Evidence, MtaStsReport> judge,
            BiConsumer<? super MtaStsReport, ? super Duration> listener,
            Clock clock,
            Executor executor) {
        this.discovery = discovery;
        this.judge = judge;
        this.listener = listener;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * A new builder. A resolver and a policy fetcher are required; everything else has defaults.
     *
     * @return a builder
     */
    public static MtaStsCheckerBuilder builder() {
        return new MtaStsCheckerBuilder();
    }

    /**
     * Checks a domain, and waits for the report.
     *
     * @param domain any case, a final dot and Unicode are fine; a bad name is a report with DOMAIN_INVALID
     * @return the report
     * @throws CancellationException when the thread is interrupted; the lookups are cancelled, and the thread stays interrupted
     */
    public MtaStsReport check(String domain) {
        CompletableFuture<MtaStsReport> report = checkAsync(domain);
        try {
            return report.get();
        } catch (InterruptedException interrupted) {
            report.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted during a check");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException bug) {
            if (bug.getCause() instanceof Error ofAPort) {
                throw ofAPort;
            }
            throw new IllegalStateException(bug.getCause());
        }
    }

    /**
     * Checks a domain without waiting.
     *
     * @param domain as for {@link #check}
     * @return completes on the checker's executor, exceptionally only with an {@link Error} of a port; cancelling it stops the
     *     lookups and the fetch
     */
    public CompletableFuture<MtaStsReport> checkAsync(String domain) {
        Instant start = clock.instant();
        CompletableFuture<Evidence> evidence = discovery.gather(Objects.requireNonNull(domain, "domain"));
        CompletableFuture<MtaStsReport> report = evidence.thenApplyAsync(seen -> report(seen, start), executor);
        report.whenComplete((done, error) -> evidence.cancel(true));
        return report;
    }

    /**
     * Checks many domains, a bounded number at a time. The source is read no faster than checks end, so a million
     * domains take as little memory as a thousand. A source or a sink that blocks keeps a thread of the executor.
     *
     * @param domains read on the checker's executor, by one thread at a time; null in place of a domain ends the batch with a
     *     {@link NullPointerException}
     * @param concurrency how many checks may be in progress at once; at least 1
     * @param sink takes each report as its check ends, one at a time, on the checker's executor
     * @return completes when the last report was taken, or with what the source or the sink threw, or with an {@link Error}
     *     of a port; cancelling it stops all
     * @throws IllegalArgumentException when the concurrency is below 1
     */
    public CompletableFuture<Void> checkAll(
            Iterator<String> domains, int concurrency, Consumer<? super MtaStsReport> sink) {
        requireValid(domains, concurrency, sink);
        return Batch.asTheyEnd(domains, concurrency, this::checkAsync, sink, executor);
    }

    /**
     * Checks many domains as {@link #checkAll} does, and hands the reports over in the order of the source. Reports wait
     * for a slow domain before them: when four times {@code concurrency} checks have begun whose report is not taken, no
     * further check begins until that one ends, so memory stays bounded.
     *
     * @param domains read on the checker's executor, by one thread at a time; when it throws, or gives null, the
     *     reports of the domains before are still taken
     * @param concurrency how many checks may be in progress at once; at least 1
     * @param sink takes the reports in order, one at a time, on the checker's executor; when it throws, it is not
     *     called again
     * @return completes when the last report was taken, or with what the source or the sink threw, or with an {@link Error}
     *     of a port, and then stops the checks in progress; cancelling it stops all
     * @throws IllegalArgumentException when the concurrency is below 1
     */
    public CompletableFuture<Void> checkAllInOrder(
            Iterator<String> domains, int concurrency, Consumer<? super MtaStsReport> sink) {
        requireValid(domains, concurrency, sink);
        return Batch.inOrder(domains, concurrency, this::checkAsync, sink, executor);
    }

    private MtaStsReport report(Evidence evidence, Instant start) {
        MtaStsReport report = judge.apply(evidence);
        try {
            listener.accept(report, Duration.between(start, clock.instant()));
        } catch (RuntimeException thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
        return report;
    }

    private static void requireValid(Object domains, int concurrency, Object sink) {
        Objects.requireNonNull(domains, "domains");
        Objects.requireNonNull(sink, "sink");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1: " + concurrency);
        }
    }
}
