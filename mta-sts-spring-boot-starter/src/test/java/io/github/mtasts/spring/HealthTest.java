package io.github.mtasts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.testing.FakeDns;
import io.github.mtasts.testing.FakePolicies;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The health indicator, whose classes differ between Spring Boot 3.5 and 4. */
class HealthTest {

    private final ApplicationContextRunner application =
            Contexts.starter().withBean(FakeDns.class, FakeDns::with).withBean(PolicyFetcher.class, FakePolicies::with);

    @Test
    void withoutDomainsThereIsNone() {
        application.run(context ->
                assertThat(context).doesNotHaveBean("mtaStsHealthIndicator").doesNotHaveBean(DomainWatch.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mta-sts.health.domains=Example.ORG.", "mta-sts.health.domains[0]=example.org"})
    void itShowsWhatTheWatchKnows(String property) {
        application.withPropertyValues(property).run(context -> {
            assertThat(context).hasBean("mtaStsHealthIndicator");
            Object health = call(context.getBean("mtaStsHealthIndicator"), "health");

            assertThat(String.valueOf(call(health, "getStatus"))).isIn("UNKNOWN", "UP"); // absent is not broken
            assertThat(((Map<?, ?>) call(health, "getDetails")).keySet()).isEqualTo(Set.of("example.org"));
        });
    }

    @Test
    void withoutTheActuatorTheDomainsAreWatchedAllTheSame() {
        application
                .withPropertyValues("mta-sts.health.domains=example.org")
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate.health", "org.springframework.boot.health"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean("mtaStsHealthIndicator");
                    assertThat(context.getBean(DomainWatch.class).isRunning()).isTrue();
                });
    }

    /** The methods have the same names in both; an indicator is a lambda, whose class is not public. */
    private static Object call(Object target, String method) throws ReflectiveOperationException {
        Class<?>[] types = target.getClass().getInterfaces();
        Class<?> type = types.length > 0 ? types[0] : target.getClass();
        return type.getMethod(method).invoke(target);
    }
}
