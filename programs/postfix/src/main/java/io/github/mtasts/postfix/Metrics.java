package io.github.mtasts.postfix;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Counts what the server and its sender do, for Prometheus. Labels are our own names only, so their number is bounded. */
final class Metrics implements ServerEvents, SenderListener, AutoCloseable {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CacheGauges cache = new CacheGauges(registry);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
        for (ServerEvents.Refusal refusal : ServerEvents.Refusal.values()) {
            refusals(refusal);
        }
    }

    /** What is measured when the metrics are read. */
    void watch(IntSupplier clients) {
        Gauge.builder("mta_sts.clients", clients, IntSupplier::getAsInt)
                .description("Connected clients.")
                .strongReference(true)
                .register(registry);
    }

    /** The page that Prometheus reads. */
    String page(List<PolicyDecision> cached) {
        cache.set(cached);
        return registry.scrape();
    }

    @Override
    public void answered(MapProtocol protocol, Answer answer, Duration time) {
        Timer.builder("mta_sts.answers")
                .description("Answered requests, and how long the answers took.")
                .tag("protocol", protocol.label())
                .tag("answer", label(answer.kind()))
                .tag("reason", label(answer.reason()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(time);
    }

    @Override
    public void refused(ServerEvents.Refusal refusal) {
        refusals(refusal).increment();
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        Counter.builder("mta_sts.decisions")
                .description("Decisions about the policy in force.")
                .tag("reason", label(decision.reason()))
                .register(registry)
                .increment();
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        Counter.builder("mta_sts.fetches")
                .description("Policies fetched over HTTPS, by result.")
                .tag("result", label(reason))
                .register(registry)
                .increment();
    }

    @Override
    public void onEvent(TlsRptEvent event) {
        event.resultType()
                .ifPresent(type -> Counter.builder("mta_sts.tlsrpt.events")
                        .description("Failures to refresh a policy, by result type of RFC 8460.")
                        .tag("result_type", type.text())
                        .register(registry)
                        .increment());
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }

    private Counter refusals(ServerEvents.Refusal refusal) {
        return Counter.builder("mta_sts.clients.refused")
                .description("Clients that were disconnected.")
                .tag("why", label(refusal))
                .register(registry);
    }

    private static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** What the cache held when the metrics were last read. */
    private static final class CacheGauges {

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
                    .description("Policies in the cache that could not be refreshed.")
                    .register(registry);
            Gauge.builder("mta_sts.cached.policies.refresh.failed.first.expiry", firstExpiry, AtomicLong::get)
                    .description("When the first of them expires, in seconds since 1970; 0 when there are none.")
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
}
