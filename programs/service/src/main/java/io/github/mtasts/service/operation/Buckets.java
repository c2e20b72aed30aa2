package io.github.mtasts.service.operation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The buckets of the timers of checks and of requests. They reach beyond the deadline of a check, so that a check which
 * used all of its time differs from one that took longer than that.
 */
final class Buckets implements MeterFilter {

    private static final long[] USUAL_MILLIS = {1, 10, 100, 300, 1_000, 3_000, 10_000};

    private final double[] nanos;

    Buckets(Duration deadline) {
        LongStream usual = Arrays.stream(USUAL_MILLIS).filter(bound -> bound < deadline.toMillis());
        nanos = LongStream.concat(usual, LongStream.of(deadline.toMillis(), 2 * deadline.toMillis()))
                .map(bound -> Duration.ofMillis(bound).toNanos())
                .asDoubleStream()
                .toArray();
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        boolean isOurs = id.getName().startsWith("mta.sts.") || id.getName().startsWith("mta_sts.");
        return isOurs && id.getType() == Meter.Type.TIMER
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(nanos)
                        .build()
                        .merge(config)
                : config;
    }
}
