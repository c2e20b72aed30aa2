package io.github.mtasts.postfix;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.PolicyMode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the cache holds, as it was when somebody last looked. */
final class CacheGauges {

    private final Map<PolicyMode, AtomicLong> policies = new EnumMap<>(PolicyMode.class);
    private final AtomicLong refreshFailed = new AtomicLong();
    private final AtomicLong firstExpiry = new AtomicLong();

    CacheGauges(MeterRegistry registry) {
        for (PolicyMode mode : PolicyMode.values()) {
            policies.put(mode, new AtomicLong());
            Gauge.builder("mta_sts.cached.policies", policies.get(mode), AtomicLong::get)
                    .description("Policies in the cache that have not expired.")
                    .tag("mode", mode.text())
                    .register(registry);
        }
        Gauge.builder("mta_sts.cached.policies.refresh.failed", refreshFailed, AtomicLong::get)
                .description("Policies in the cache that could not be fetched again.")
                .register(registry);
        Gauge.builder("mta_sts.cached.policies.refresh.failed.first.expiry", firstExpiry, AtomicLong::get)
                .description("When the first of them expires, in seconds since 1970; 0 when there is none.")
                .baseUnit("seconds")
                .register(registry);
    }

    void set(List<PolicyDecision> cached) {
        policies.forEach((mode, count) -> count.set(cached.stream()
                .filter(decision -> decision.mode().equals(Optional.of(mode)))
                .count()));
        List<Instant> failing = cached.stream()
                .filter(decision -> decision.reason() == DecisionReason.CACHED_REFRESH_FAILED)
                .flatMap(decision -> decision.expiresAt().stream())
                .sorted()
                .toList();
        refreshFailed.set(failing.size());
        firstExpiry.set(failing.isEmpty() ? 0 : failing.get(0).getEpochSecond());
    }
}
