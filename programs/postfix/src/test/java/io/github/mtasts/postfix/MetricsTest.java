package io.github.mtasts.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
class MetricsTest {

    @Test
    void theNumberOfClientsIsThereWhateverTheGarbageCollectorDoes() {
        try (Metrics metrics = new Metrics()) {
            metrics.watch(new AtomicInteger(3)::get);
            System.gc();
            assertThat(metrics.page()).contains("mta_sts_clients 3.0");
        }
    }
}
