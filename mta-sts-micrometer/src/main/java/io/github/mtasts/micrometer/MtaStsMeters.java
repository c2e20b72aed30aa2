package io.github.mtasts.micrometer;

import io.github.mtasts.MtaStsReport;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures checks, lookups and fetches in a registry. Ports are wrapped; the wrapped port behaves as the
 * one inside. Every tag has a small, fixed set of values: names of enums in lower case, and for lookups and fetches also
 * {@code cancelled} (the caller gave up) and {@code failed} (the port threw an exception).
 *
 * <p>Thread-safe. Any number of ports may be measured in one registry; their meters are shared.
 *
 * @see SenderMeters
 */
public final class MtaStsMeters {

    private final MeterRegistry registry;

    private MtaStsMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Meters in a registry, where they appear with their first measurement.
     *
     * @param registry not closed
     * @return the meters
     */
    public static MtaStsMeters of(MeterRegistry registry) {
        return new MtaStsMeters(Objects.requireNonNull(registry, "registry"));
    }

    /**
     * Measures a check. Made to be passed on: {@code MtaStsChecker.builder().listener(meters::checked)}.
     *
     * @param report of the check
     * @param duration how long the check took
     */
    public void checked(MtaStsReport report, Duration duration) {
        MeterName.CHECKS.timer(registry, label(report.verdict())).record(duration);
    }

    /**
     * Measures TXT lookups.
     *
     * @param port makes them
     * @return the port to use in its place
     */
    public TxtResolver txtResolver(TxtResolver port) {
        Objects.requireNonNull(port, "port");
        return name -> lookup("txt", () -> port.resolveTxt(name));
    }

    /**
     * Measures MX lookups.
     *
     * @param port makes them
     * @return the port to use in its place
     */
    public MxResolver mxResolver(MxResolver port) {
        Objects.requireNonNull(port, "port");
        return domain -> lookup("mx", () -> port.resolveMx(domain));
    }

    /**
     * Measures lookups of addresses.
     *
     * @param port makes them
     * @return the port to use in its place
     */
    public AddressResolver addressResolver(AddressResolver port) {
        Objects.requireNonNull(port, "port");
        return host -> lookup("address", () -> port.resolveAddresses(host));
    }

    /**
     * Measures TLSA lookups.
     *
     * @param port makes them
     * @return the port to use in its place
     */
    public TlsaResolver tlsaResolver(TlsaResolver port) {
        Objects.requireNonNull(port, "port");
        return name -> lookup("tlsa", () -> port.resolveTlsa(name));
    }

    /**
     * Measures policy fetches.
     *
     * @param port makes them
     * @return the port to use in its place
     */
    public PolicyFetcher policyFetcher(PolicyFetcher port) {
        Objects.requireNonNull(port, "port");
        return url -> timed(
                () -> port.fetchPolicy(url),
                PolicyResponse::status,
                status -> MeterName.POLICY_FETCHES.timer(registry, status));
    }

    private <T> CompletableFuture<Lookup<T>> lookup(String type, Supplier<CompletableFuture<Lookup<T>>> call) {
        return timed(call, Lookup::status, status -> MeterName.LOOKUPS.timer(registry, type, status));
    }

    /** The future of the call itself, so that cancelling it reaches the port. */
    private static <T> CompletableFuture<T> timed(
            Supplier<CompletableFuture<T>> call, Function<T, Enum<?>> status, Function<String, Timer> timer) {
        long start = System.nanoTime();
        CompletableFuture<T> future;
        try {
            future = Objects.requireNonNull(call.get(), "the port returned null");
        } catch (RuntimeException thrown) {
            timer.apply("failed").record(since(start));
            throw thrown;
        }
        future.whenComplete((outcome, error) -> {
            String label = error == null ? label(status.apply(outcome)) : future.isCancelled() ? "cancelled" : "failed";
            timer.apply(label).record(since(start));
        });
        return future;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
