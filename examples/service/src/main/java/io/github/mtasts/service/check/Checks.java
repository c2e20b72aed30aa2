package io.github.mtasts.service.check;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.syntax.Parsed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Checks for many who ask at once: whoever asks for a domain that is being looked at shares the look, and whoever comes
 * shortly after gets its report. Thread-safe.
 */
public final class Checks {

    private static final long MAX_CACHED_CHARACTERS = 64L << 20;
    private static final int REPORT = 4096;

    private final Function<String, CompletableFuture<MtaStsReport>> checker;
    private final Ticker ticker;
    private final CheckEvents events;
    private final Gate gate;
    private final AsyncCache<String, MtaStsReport> reports;

    /**
     * Over a checker.
     *
     * @param checker takes a domain; its future is not cancelled
     * @param atOnce how many checks are under way at once; four times as many may wait
     * @param ticker the clock by which checks are timed and reports forgotten
     * @param events hears of each check
     */
    public Checks(
            Function<String, CompletableFuture<MtaStsReport>> checker, int atOnce, Ticker ticker, CheckEvents events) {
        this.checker = checker;
        this.ticker = ticker;
        this.events = events;
        this.gate = new Gate(atOnce, 4 * atOnce);
        this.reports = Caffeine.newBuilder()
                .expireAfter(new Freshness())
                .maximumWeight(MAX_CACHED_CHARACTERS)
                .weigher((String domain, MtaStsReport report) -> weight(report))
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .buildAsync();
    }

    /**
     * The report of a domain.
     *
     * @param domain as a client gave it
     * @param fresh whether to look anew although somebody has just looked
     * @return never cancelled by one who asks; completes exceptionally with {@link BusyException} alone, but for our own
     *     bugs
     */
    public CompletableFuture<MtaStsReport> check(String domain, boolean fresh) {
        String key = key(domain);
        if (fresh) {
            CompletableFuture<MtaStsReport> look = look(domain);
            reports.put(key, look);
            return look.copy();
        }
        return reports.get(key, (absent, executor) -> look(domain)).copy();
    }

    /** How many checks are under way. */
    public int underWay() {
        return gate.underWay();
    }

    /** How many checks wait for their turn. */
    public int waiting() {
        return gate.waiting();
    }

    /** The reports that are remembered, to be measured. */
    public AsyncCache<String, MtaStsReport> cache() {
        return reports;
    }

    private CompletableFuture<MtaStsReport> look(String domain) {
        return gate.run(() -> timed(domain));
    }

    private CompletableFuture<MtaStsReport> timed(String domain) {
        long start = ticker.read();
        return checker.apply(domain).thenApply(report -> {
            events.checked(report.verdict(), Duration.ofNanos(ticker.read() - start));
            return report;
        });
    }

    /** A name in Unicode has findings of its own, so it is another key than its A-labels. */
    private static String key(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static int weight(MtaStsReport report) {
        return REPORT + 4 * (length(report.policy()) + length(report.record()) + length(report.tlsRpt()));
    }

    private static int length(Optional<? extends Parsed<?>> text) {
        return text.map(Parsed::text).map(String::length).orElse(0);
    }
}
