package io.github.mtasts.postfix;

import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.micrometer.SenderMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/** Counts what the server and its sender do, for Prometheus. Labels are our own names only, so their number is bounded. */
final class Metrics implements ServerEvents, AutoCloseable {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
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

    /** The meters of lookups and fetches. */
    MtaStsMeters ports() {
        return MtaStsMeters.of(registry);
    }

    /** The meters of the sender. */
    SenderMeters sender() {
        return SenderMeters.of(registry);
    }

    /** What is measured when the metrics are read. */
    void watch(IntSupplier clients) {
        Gauge.builder("mta_sts.clients", clients, IntSupplier::getAsInt)
                .description("Connected clients.")
                .strongReference(true)
                .register(registry);
    }

    /** The page that Prometheus reads. */
    String page() {
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
}
