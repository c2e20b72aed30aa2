package io.github.mtasts.service.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.call.SharedCalls;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Checks for many clients: concurrent requests for the same domain share one check, and requests shortly after get its
 * report from a cache. Thread-safe.
 */
public final class Checks {

    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration FRESH_FAILURE = Duration.ofSeconds(5);

    /** Of the memory that the JVM may use. */
    private static final int CACHED_PART = 8;

    private final Function<String, CompletableFuture<MtaStsReport>> checker;
    private final Ticker ticker;
    private final BiConsumer<MtaStsReport, Duration> events;
    private final Gate gate;
    private final Cache<String, CheckedReport> reports;

    /** The latest check of a domain that waits or is under way, for others to join. */
    private final ConcurrentMap<String, Work<CheckedReport>> works = new ConcurrentHashMap<>();

    /** A check that was superseded while it ran is not cached: it may have seen older texts. */
    private final SharedCalls<String, CheckedReport> looks;

    /**
     * Over a checker.
     *
     * @param checker takes a domain; its future is not cancelled
     * @param atOnce how many checks run at once; four times as many may wait. One client alone has half of both
     * @param ticker the clock by which checks are timed and reports expire
     * @param events notified of each check
     */
    public Checks(
            Function<String, CompletableFuture<MtaStsReport>> checker,
            int atOnce,
            Ticker ticker,
            BiConsumer<MtaStsReport, Duration> events) {
        this.checker = checker;
        this.ticker = ticker;
        this.events = events;
        this.gate = new Gate(atOnce, 4 * atOnce);
        this.reports = Caffeine.newBuilder()
                .expireAfter(Expiry.writing((String domain, CheckedReport checked) -> freshness(checked.report())))
                .maximumWeight(Runtime.getRuntime().maxMemory() / CACHED_PART)
                .weigher((String domain, CheckedReport checked) -> checked.weight())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
        this.looks = new SharedCalls<>(reports::put);
    }

    /**
     * The report of a domain.
     *
     * @param client who asks; a client that asks for much takes turns with the others
     * @param domain as the client gave it; nothing is looked up or cached for what is not a domain name
     * @param fresh whether to check again even if a recent report is cached
     * @return a copy: cancelling it stops nothing. It fails with {@link BusyException} only, apart from our own bugs
     */
    public CompletableFuture<CheckedReport> check(String client, String domain, boolean fresh) {
        if (DomainName.parse(domain).value().isEmpty()) {
            return checker.apply(domain).thenApply(CheckedReport::new);
        }
        String key = DomainName.canonical(domain); // a name in Unicode has its own issues, and so its own key
        CheckedReport remembered = fresh ? null : reports.getIfPresent(key);
        if (remembered != null) {
            return CompletableFuture.completedFuture(remembered);
        }
        if (fresh) {
            looks.forget(key);
        }
        CompletableFuture<CheckedReport> look = looks.join(key, () -> begin(client, key, domain));
        Work<CheckedReport> work = works.get(key);
        if (work != null) {
            gate.join(client, work);
        }
        return look;
    }

    /** How many checks are in progress. */
    public int underWay() {
        return gate.underWay();
    }

    /** How many checks are waiting. */
    public int waiting() {
        return gate.waiting();
    }

    /** The cached reports, for the metrics. */
    public Cache<String, CheckedReport> cache() {
        return reports;
    }

    private CompletableFuture<CheckedReport> begin(String client, String key, String domain) {
        Work<CheckedReport> work = gate.run(client, () -> timed(domain));
        works.put(key, work);
        return work.result().whenComplete((report, error) -> works.remove(key, work));
    }

    private CompletableFuture<CheckedReport> timed(String domain) {
        long start = ticker.read();
        return checker.apply(domain).thenApply(report -> {
            events.accept(report, Duration.ofNanos(ticker.read() - start));
            return new CheckedReport(report);
        });
    }

    private static Duration freshness(MtaStsReport report) {
        return report.verdict() == Verdict.UNDETERMINED ? FRESH_FAILURE : FRESH;
    }
}
