package io.github.mtasts.micrometer;

import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.SenderListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/**
 * Measures a sender's decisions, fetches and cache in a registry. It is apart from {@link MtaStsMeters} because it needs
 * {@code mta-sts-sender}, which a checker does not. Thread-safe.
 */
@SuppressWarnings("exports") // a module that has a sender requires it
public final class SenderMeters {

    private final MeterRegistry registry;

    private SenderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Meters in a registry, where they appear with their first measurement.
     *
     * @param registry not closed
     * @return the meters
     */
    public static SenderMeters of(MeterRegistry registry) {
        return new SenderMeters(Objects.requireNonNull(registry, "registry"));
    }

    /**
     * Counts decisions, fetches and failures.
     *
     * @param next is called after each measurement
     * @return the listener for the sender's builder
     */
    public SenderListener listener(SenderListener next) {
        return new CountingListener(registry, Objects.requireNonNull(next, "next"));
    }

    /**
     * Measures the policies in a sender's cache. They are read when the registry is, at most once a second.
     *
     * @param sender stays referenced by the registry
     */
    public void cached(MtaStsSender sender) {
        CachedPolicies.register(registry, sender::cached);
    }
}
