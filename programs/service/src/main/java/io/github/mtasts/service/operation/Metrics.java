package io.github.mtasts.service.operation;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.service.check.Checks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Counts what the service does, for Prometheus. Labels are names of our own alone, so their number is bounded. */
public final class Metrics implements AutoCloseable {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MtaStsMeters library = MtaStsMeters.of(registry);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /** Begins to measure the JVM. */
    public Metrics() {
        registry.config().meterFilter(new WithBounds());
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        gc)
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Measures the checks on each scrape. */
    public void watch(Checks checks) {
        gauge("mta_sts.checks.under_way", "Checks in progress.", checks, Checks::underWay);
        gauge("mta_sts.checks.waiting", "Checks waiting to start.", checks, Checks::waiting);
        CaffeineCacheMetrics.monitor(registry, checks.cache(), "reports");
    }

    /** Measures the server on each scrape. */
    public void watch(QueuedThreadPool threads, IntSupplier connections) {
        gauge("mta_sts.http.connections", "Open connections.", connections, IntSupplier::getAsInt);
        gauge("mta_sts.http.threads.busy", "Threads that answer requests.", threads, QueuedThreadPool::getBusyThreads);
        gauge("mta_sts.http.threads.limit", "The limit of threads.", threads, QueuedThreadPool::getMaxThreads);
    }

    /** A check that has ended; reports from the cache are not checks. */
    public void checked(MtaStsReport report, Duration time) {
        library.checked(report, time);
    }

    /**
     * A request that was answered, or given up.
     *
     * @param method a method of HTTP in upper case, or {@code other}
     * @param route the path as it is documented, or {@code none}
     * @param status the HTTP status
     * @param time from its first octet to the last of its answer
     */
    public void answered(String method, String route, int status, Duration time) {
        Timer.builder("mta_sts.http.requests")
                .description("Answered requests and their duration.")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(time);
    }

    /** The page that Prometheus reads. */
    public String page() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }

    private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** The library's timers have no buckets of their own. */
    private static final class WithBounds implements MeterFilter {

        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            return id.getName().startsWith("mta.sts.") && id.getType() == Meter.Type.TIMER
                    ? DistributionStatisticConfig.builder()
                            .serviceLevelObjectives(Arrays.stream(BOUNDS)
                                    .mapToDouble(Duration::toNanos)
                                    .toArray())
                            .build()
                            .merge(config)
                    : config;
        }
    }
}
