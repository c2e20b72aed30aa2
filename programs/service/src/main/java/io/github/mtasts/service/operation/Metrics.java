package io.github.mtasts.service.operation;

import com.sun.management.OperatingSystemMXBean;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.service.access.KeyUsage;
import io.github.mtasts.service.check.Checks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
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
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Counts what the service does, for Prometheus. Labels are names of our own and of keys, so their number is bounded. */
public final class Metrics implements AutoCloseable {

    private static final double NANOS = 1e9;

    /** Micrometer's names for what {@link #cpu} measures, which the rules of Prometheus forbid. */
    private static final String CPU_TIME = "process.cpu.time";

    private static final String CPU_COUNT = "system.cpu.count";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MtaStsMeters library = MtaStsMeters.of(registry);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private volatile Optional<KeyUsage> usage = Optional.empty();

    /**
     * Begins to measure the JVM.
     *
     * @param deadline of a check, which the buckets reach beyond
     */
    public Metrics(Duration deadline) {
        registry.config()
                .meterFilter(new Buckets(deadline))
                .meterFilter(MeterFilter.denyNameStartsWith(CPU_TIME))
                .meterFilter(MeterFilter.denyNameStartsWith(CPU_COUNT));
        cpu();
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
        gauge(
                "mta_sts.checks.waiting",
                "Checks waiting to start, once for each client that waits.",
                checks,
                Checks::waiting);
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

    /** A connection that was closed on a client. */
    public void cutOff(CutOff reason) {
        Counter.builder("mta_sts.http.cut_off")
                .description("Connections closed on clients that hold more than they may.")
                .tag("reason", reason.label())
                .register(registry)
                .increment();
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
                .register(registry)
                .record(time);
    }

    /** Measures the use of keys on each scrape. */
    public void watch(KeyUsage keys) {
        usage = Optional.of(keys);
    }

    /** The page that Prometheus reads. */
    public String page() {
        usage.ifPresent(keys -> keys.keys().forEach(key -> register(keys, key)));
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

    private void register(KeyUsage usage, String key) {
        FunctionCounter.builder("mta_sts.key.checks", usage, of -> of.checks(key))
                .description("Checks that were charged to a key.")
                .tag("key", key)
                .register(registry);
        FunctionCounter.builder("mta_sts.key.refusals", usage, of -> of.refusals(key))
                .description("Requests that were refused because the limit of their key was reached.")
                .tag("key", key)
                .register(registry);
    }

    private void cpu() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, of -> of.getProcessCpuTime() / NANOS)
                    .description("Processor time that this process has used.")
                    .baseUnit("seconds")
                    .register(registry);
        }
        gauge("system.cpus", "Processors of this machine.", Runtime.getRuntime(), Runtime::availableProcessors);
    }
}
