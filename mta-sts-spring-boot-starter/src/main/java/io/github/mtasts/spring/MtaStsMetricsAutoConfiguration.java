package io.github.mtasts.spring;

import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.micrometer.SenderMeters;
import io.github.mtasts.sender.MtaStsSender;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters in the application's registry. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
public final class MtaStsMetricsAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MtaStsSender.class)
    static class Sender {

        @Bean
        @ConditionalOnMissingBean
        SenderMeters mtaStsSenderMeters(MeterRegistry registry) {
            return SenderMeters.of(registry);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    MtaStsMeters mtaStsMeters(MeterRegistry registry) {
        return MtaStsMeters.of(registry);
    }
}
