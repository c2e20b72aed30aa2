package io.github.mtasts.service.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.Verdict;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Checks for many who ask at once: whoever asks for a domain that is being looked at shares the look, and whoever comes
 * shortly after gets its report. Thread-safe.
 */
public final class Checks {

    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration FRESH_FAILURE = Duration.ofSeconds(5);
    private static final long MAX_CACHED_CHARACTERS = 64L << 20;
    private static final int REPORT = 4096;

    private final Function<String, CompletableFuture<MtaStsReport>> checker;
    private final Ticker ticker;
    private final BiConsumer<Verdict, Duration> events;
    private final Gate gate;
    private final Cache<String, MtaStsReport> reports;
    private final ConcurrentMap<String, CompletableFuture<MtaStsReport>> looks = new ConcurrentHashMap<>();

    /**
     * Over a checker.
     *
     * @param checker takes a domain; its future is not cancelled
     * @param atOnce how many checks are under way at once; four times as many may wait
     * @param ticker the clock by which checks are timed and reports forgotten
     * @param events hears of each check
     */
    public Checks(
            Function<String, CompletableFuture<MtaStsReport>> checker,
            int atOnce,
            Ticker ticker,
            BiConsumer<Verdict, Duration> events) {
        this.checker = checker;
        this.ticker = ticker;
        this.events = events;
        this.gate = new Gate(atOnce, 4 * atOnce);
        this.reports = Caffeine.newBuilder()
                .expireAfter(Expiry.writing((String domain, MtaStsReport report) -> freshness(report)))
                .maximumWeight(MAX_CACHED_CHARACTERS)
                .weigher((String domain, MtaStsReport report) -> weight(report))
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * The report of a domain.
     *
     * @param domain as a client gave it; of what can be no domain nothing is looked up, and nothing kept
     * @param fresh whether to look anew although somebody has just looked
     * @return never cancelled by one who asks; completes exceptionally with {@link BusyException} alone, but for our own
     *     bugs
     */
    public CompletableFuture<MtaStsReport> check(String domain, boolean fresh) {
        if (DomainName.parse(domain).value().isEmpty()) {
            return checker.apply(domain);
        }
        String key = key(domain);
        MtaStsReport remembered = fresh ? null : reports.getIfPresent(key);
        if (remembered != null) {
            return CompletableFuture.completedFuture(remembered);
        }
        CompletableFuture<MtaStsReport> mine = new CompletableFuture<>();
        CompletableFuture<MtaStsReport> another = fresh ? looks.put(key, mine) : looks.putIfAbsent(key, mine);
        if (another == null || fresh) {
            look(key, domain, mine);
            return mine.copy();
        }
        return another.copy();
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
    public Cache<String, MtaStsReport> cache() {
        return reports;
    }

    /** A look in whose place another was begun meanwhile is not remembered: it may have seen older texts. */
    private void look(String key, String domain, CompletableFuture<MtaStsReport> mine) {
        gate.run(() -> timed(domain)).whenComplete((report, error) -> {
            boolean latest = looks.remove(key, mine);
            if (error != null) {
                mine.completeExceptionally(error);
                return;
            }
            if (latest) {
                reports.put(key, report);
            }
            mine.complete(report);
        });
    }

    private CompletableFuture<MtaStsReport> timed(String domain) {
        long start = ticker.read();
        return checker.apply(domain).thenApply(report -> {
            events.accept(report.verdict(), Duration.ofNanos(ticker.read() - start));
            return report;
        });
    }

    /** A name in Unicode has findings of its own, so it is another key than its A-labels. */
    private static String key(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Duration freshness(MtaStsReport report) {
        return report.verdict() == Verdict.UNDETERMINED ? FRESH_FAILURE : FRESH;
    }

    private static int weight(MtaStsReport report) {
        return REPORT + 4 * (length(report.policy()) + length(report.record()) + length(report.tlsRpt()));
    }

    private static int length(Optional<? extends Parsed<?>> text) {
        return text.map(Parsed::text).map(Octets::length).orElse(0);
    }
}
