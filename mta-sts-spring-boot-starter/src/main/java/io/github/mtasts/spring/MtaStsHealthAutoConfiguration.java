package io.github.mtasts.spring;

import io.github.mtasts.MtaStsChecker;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Watches the domains of {@code mta-sts.health.domains}, and shows them in the application's health. */
@AutoConfiguration(after = MtaStsAutoConfiguration.class)
@Conditional(MtaStsHealthAutoConfiguration.OnDomains.class)
public final class MtaStsHealthAutoConfiguration {

    @Bean
    DomainWatch mtaStsDomainWatch(MtaStsChecker checker, MtaStsProperties properties) {
        return DomainWatch.over(
                checker, properties.health().names(), properties.health().interval());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    static class OnBoot3 {

        @Bean
        org.springframework.boot.actuate.health.HealthIndicator mtaStsHealthIndicator(DomainWatch watch) {
            return () -> org.springframework.boot.actuate.health.Health.status(watch.status())
                    .withDetails(watch.details())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    static class OnBoot4 {

        @Bean
        org.springframework.boot.health.contributor.HealthIndicator mtaStsHealthIndicator(DomainWatch watch) {
            return () -> org.springframework.boot.health.contributor.Health.status(watch.status())
                    .withDetails(watch.details())
                    .build();
        }
    }

    /** A list may be written with commas or with indices, so that no single property is there or not. */
    static final class OnDomains extends SpringBootCondition {

        private static final String DOMAINS = "mta-sts.health.domains";

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            List<String> domains = Binder.get(context.getEnvironment())
                    .bind(DOMAINS, Bindable.listOf(String.class))
                    .orElse(List.of());
            ConditionMessage.Builder message = ConditionMessage.forCondition(DOMAINS);
            return domains.isEmpty()
                    ? ConditionOutcome.noMatch(message.because("it is empty"))
                    : ConditionOutcome.match(message.because("it names domains"));
        }
    }
}
