package io.github.mtasts.postfix;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.tlsrpt.TlsRptEvent;
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
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/** Counts what the server and its sender do, for Prometheus. Labels are names of our own alone, so their number is bounded. */
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
        for (Refusal refusal : Refusal.values()) {
            refusals(refusal);
        }
    }

    /** What is measured when somebody looks. */
    void watch(IntSupplier clients) {
        Gauge.builder("mta_sts.clients", clients, IntSupplier::getAsInt)
                .description("Clients that are connected.")
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
                .description("Requests that were answered, and how long that took.")
                .tag("protocol", protocol.label())
                .tag("answer", label(answer.kind()))
                .tag("reason", label(answer.reason()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(time);
    }

    @Override
    public void refused(Refusal refusal) {
        refusals(refusal).increment();
    }

    @Override
    public void onDecision(PolicyDecision decision) {
        Counter.builder("mta_sts.decisions")
                .description("Decisions on the policy in force.")
                .tag("reason", label(decision.reason()))
                .register(registry)
                .increment();
    }

    @Override
    public void onFetch(DomainName domain, DecisionReason reason) {
        Counter.builder("mta_sts.fetches")
                .description("Policies that were asked for over HTTPS.")
                .tag("result", label(reason))
                .register(registry)
                .increment();
    }

    @Override
    public void onEvent(TlsRptEvent event) {
        Counter.builder("mta_sts.tlsrpt.events")
                .description("Policies that could not be fetched again, by result type of RFC 8460.")
                .tag("result_type", event.resultType().map(ResultType::text).orElse("success"))
                .register(registry)
                .increment();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }

    private Counter refusals(Refusal refusal) {
        return Counter.builder("mta_sts.clients.refused")
                .description("Clients that were let go.")
                .tag("why", label(refusal))
                .register(registry);
    }

    private static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
