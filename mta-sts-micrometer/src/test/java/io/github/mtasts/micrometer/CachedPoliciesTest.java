package io.github.mtasts.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A large cache is not copied once for each gauge. */
class CachedPoliciesTest {

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void theCacheIsReadAtMostOnceASecond() {
        CachedPolicies.register(registry, () -> {
            reads.incrementAndGet();
            return List.of();
        });

        readAll();
        clock.add(Duration.ofMillis(999));
        readAll();
        assertThat(reads).hasValue(1);

        clock.add(Duration.ofMillis(1));
        readAll();
        assertThat(reads).hasValue(2);
    }

    private void readAll() {
        assertThat(registry.find("mta.sts.cached.policies").gauges()).hasSize(3);
        registry.getMeters()
                .forEach(meter -> meter.measure()
                        .forEach(value -> assertThat(value.getValue()).isZero()));
    }
}
