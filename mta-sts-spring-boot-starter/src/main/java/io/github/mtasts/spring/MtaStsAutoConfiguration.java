package io.github.mtasts.spring;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsCheckerBuilder;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.AddressRange;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

/**
 * The checker, its DNS and its HTTPS. A bean of the application that implements a port takes precedence over the resolver made
 * here; a fetcher or a checker of the application replaces the one made here.
 */
@AutoConfiguration(after = MtaStsMetricsAutoConfiguration.class)
@EnableConfigurationProperties(MtaStsProperties.class)
public final class MtaStsAutoConfiguration {

    @Bean
    @Lazy
    @Fallback
    @ConditionalOnMissingBean
    DnsjavaResolver mtaStsResolver(MtaStsProperties properties) {
        DnsjavaResolver.Builder builder = DnsjavaResolver.builder()
                .timeout(properties.lookupTimeout().multipliedBy(4).dividedBy(5));
        List<InetSocketAddress> servers = properties.dns().addresses();
        if (!servers.isEmpty()) {
            builder.servers(servers.toArray(InetSocketAddress[]::new));
        }
        return (properties.dns().trustAd() ? builder.trustAd() : builder).build();
    }

    @Bean
    Ports mtaStsPorts(
            TxtResolver txt,
            MxResolver mx,
            AddressResolver addresses,
            TlsaResolver tlsa,
            ObjectProvider<MtaStsMeters> meters) {
        return Ports.of(txt, mx, addresses, tlsa, meters);
    }

    /** For a fetcher of the application: one that keeps the properties and the meters. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    OkHttpPolicyFetcher.Builder mtaStsPolicyFetcherBuilder(Ports ports, MtaStsProperties properties) {
        List<AddressRange> allowed = properties.allowed();
        return OkHttpPolicyFetcher.builder(ports.addresses())
                .timeout(properties.fetchTimeout())
                .allowAddresses(address -> allowed.stream().anyMatch(range -> range.test(address)));
    }

    @Bean
    @ConditionalOnMissingBean(PolicyFetcher.class)
    OkHttpPolicyFetcher mtaStsPolicyFetcher(OkHttpPolicyFetcher.Builder builder) {
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    MtaStsChecker mtaStsChecker(
            Ports ports, PolicyFetcher fetcher, MtaStsProperties properties, ObjectProvider<MtaStsMeters> meters) {
        MtaStsCheckerBuilder builder = MtaStsChecker.builder()
                .resolver(ports.txt(), ports.mx())
                .policyFetcher(Ports.measured(fetcher, meters, MtaStsMeters::policyFetcher))
                .publicSuffixes(new OkHttpPublicSuffixes())
                .timeout(properties.timeout())
                .lookupTimeout(properties.lookupTimeout())
                .fetchTimeout(properties.fetchTimeout());
        meters.ifAvailable(found -> builder.listener(found::checked));
        return builder.build();
    }
}
