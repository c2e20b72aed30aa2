package io.github.mtasts.micrometer;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.PolicyMode;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gauges of a sender's cache, which is large: it is read once for all of them. */
final class CachedPolicies {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Supplier<List<PolicyDecision>> cache;
    private final Clock clock;
    private @Nullable Totals seen;

    /** What the cache held. */
    private record Totals(long readAt, Map<PolicyMode, Long> modes, long refreshFailed, long firstExpiry) {}

    private CachedPolicies(Supplier<List<PolicyDecision>> cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    static void register(MeterRegistry registry, Supplier<List<PolicyDecision>> cache) {
        CachedPolicies policies = new CachedPolicies(cache, registry.config().clock());
        for (PolicyMode mode : PolicyMode.values()) {
            MeterName.CACHED.gauge(
                    registry, () -> policies.totals().modes().getOrDefault(mode, 0L), MtaStsMeters.label(mode));
        }
        MeterName.REFRESH_FAILED.gauge(registry, () -> policies.totals().refreshFailed());
        MeterName.FIRST_EXPIRY.gauge(registry, () -> policies.totals().firstExpiry());
    }

    private synchronized Totals totals() {
        long now = clock.monotonicTime();
        Totals known = seen;
        if (known == null || now - known.readAt() >= FRESH) {
            known = read(cache.get(), now);
            seen = known;
        }
        return known;
    }

    private static Totals read(List<PolicyDecision> policies, long now) {
        Map<PolicyMode, Long> modes = new EnumMap<>(PolicyMode.class);
        policies.forEach(policy -> policy.mode().ifPresent(mode -> modes.merge(mode, 1L, Long::sum)));
        List<PolicyDecision> failing = policies.stream()
                .filter(policy -> policy.reason() == DecisionReason.CACHED_REFRESH_FAILED)
                .toList();
        long firstExpiry = failing.stream()
                .map(PolicyDecision::expiresAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(Instant::getEpochSecond)
                .orElse(0L);
        return new Totals(now, modes, failing.size(), firstExpiry);
    }
}
