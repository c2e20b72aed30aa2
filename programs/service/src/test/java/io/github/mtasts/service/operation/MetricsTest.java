package io.github.mtasts.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that Prometheus reads. */
class MetricsTest {

    @ParameterizedTest
    @CsvSource({
        "30, 0.001 0.01 0.1 0.3 1.0 3.0 10.0 30.0 60.0 +Inf",
        "10, 0.001 0.01 0.1 0.3 1.0 3.0 10.0 20.0 +Inf",
        "2, 0.001 0.01 0.1 0.3 1.0 2.0 4.0 +Inf"
    })
    void theBucketsReachBeyondTheDeadline(int seconds, String bounds) {
        try (Metrics metrics = new Metrics(Duration.ofSeconds(seconds))) {
            metrics.answered("GET", "/", 200, Duration.ZERO);

            assertThat(metrics.page()
                            .lines()
                            .filter(line -> line.startsWith("mta_sts_http_requests_seconds_bucket"))
                            .map(line -> line.replaceFirst(".*le=\"([^\"]+)\".*", "$1")))
                    .containsExactlyElementsOf(List.of(bounds.split(" ")));
        }
    }

    @Test
    void whatTheProcessUsesHasTheNamesThatPrometheusExpects() {
        try (Metrics metrics = new Metrics(Duration.ofSeconds(30))) {
            assertThat(metrics.page())
                    .contains("process_cpu_seconds_total ", "system_cpus ")
                    .doesNotContain("process_cpu_time", "system_cpu_count");
        }
    }

    @Test
    void everyMetricSaysWhatItIs() {
        try (Metrics metrics = new Metrics(Duration.ofSeconds(30))) {
            metrics.answered("GET", "/", 200, Duration.ZERO);

            assertThat(metrics.page().lines().filter(line -> line.startsWith("# HELP")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("# HELP \\S+ \\S.*"));
        }
    }
}
