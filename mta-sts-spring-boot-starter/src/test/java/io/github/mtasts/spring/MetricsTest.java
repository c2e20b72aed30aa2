package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** What happens is measured in the application's registry, if it has one. */
class MetricsTest {

    @Test
    void checksAndDecisionsAreMeasured() {
        Contexts.withDatabaseAndMetrics()
                .withBean(FakeDns.class, () -> FakeDns.with().txt("_mta-sts.example.org", "v=STSv1; id=1"))
                .withBean(PolicyFetcher.class, FakePolicies::with)
                .run(context -> {
                    context.getBean(MtaStsChecker.class).check("example.org");
                    context.getBean(MtaStsSender.class).policyFor("example.org").join();

                    assertThat(context.getBean(MeterRegistry.class).getMeters())
                            .extracting(Meter::getId)
                            .extracting(Meter.Id::getName)
                            .contains(
                                    "mta.sts.checks",
                                    "mta.sts.dns.lookups",
                                    "mta.sts.policy.fetches",
                                    "mta.sts.decisions",
                                    "mta.sts.fetches",
                                    "mta.sts.cached.policies");
                });
    }

    @Test
    void anApplicationNeedsNoMicrometer() {
        Contexts.starter()
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(MtaStsChecker.class)
                        .doesNotHaveBean(MtaStsMeters.class));
    }
}
