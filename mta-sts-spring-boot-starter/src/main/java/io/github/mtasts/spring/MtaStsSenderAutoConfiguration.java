package io.github.mtasts.spring;

import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.micrometer.SenderMeters;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import io.github.mtasts.sender.OperatorRules;
import io.github.mtasts.sender.PolicyStore;
import io.github.mtasts.sender.SenderListener;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.store.jdbc.JdbcPolicyStore;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sender, where the application has a policy store, or a database and {@code mta-sts-store-jdbc}. */
@AutoConfiguration(
        after = MtaStsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(MtaStsSender.class)
public final class MtaStsSenderAutoConfiguration {

    /** Before the sender, which is conditional on a store. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({JdbcPolicyStore.class, DataSource.class})
    static class Jdbc {

        @Bean
        @ConditionalOnSingleCandidate(DataSource.class)
        @ConditionalOnMissingBean(PolicyStore.class)
        JdbcPolicyStore mtaStsPolicyStore(DataSource dataSource, MtaStsProperties properties) {
            JdbcPolicyStore store = JdbcPolicyStore.using(dataSource);
            if (properties.jdbc().createTable()) {
                store.createTable();
            }
            return store;
        }
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(PolicyStore.class)
    MtaStsSender mtaStsSender(
            PolicyStore store,
            Ports ports,
            PolicyFetcher fetcher,
            ObjectProvider<OperatorRules> rules,
            ObjectProvider<SenderListener> listeners,
            MtaStsProperties properties,
            ObjectProvider<MtaStsMeters> meters,
            ObjectProvider<SenderMeters> senderMeters) {
        SenderListener all = new Listeners(listeners.orderedStream().toList());
        MtaStsSenderBuilder builder = MtaStsSender.builder()
                .resolver(ports.txt())
                .policyFetcher(Ports.measured(fetcher, meters, MtaStsMeters::policyFetcher))
                .lookupTimeout(properties.lookupTimeout())
                .fetchTimeout(properties.fetchTimeout())
                .store(store)
                .listener(Ports.measured(all, senderMeters, SenderMeters::listener));
        rules.ifAvailable(builder::rules);
        if (properties.dns().trustAd()) {
            builder.dane(ports.mx(), ports.addresses(), ports.tlsa());
        }
        MtaStsSender sender = builder.build();
        senderMeters.ifAvailable(found -> found.cached(sender));
        return sender;
    }
}
