package io.github.mtasts.spring;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.store.sqlite.SqlitePolicyStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of docs/spring.md. */
@Configuration(proxyBeanMethods = false)
class ApplicationBeans {

    @Bean
    OkHttpPolicyFetcher policyFetcher(AddressResolver dns, X509Certificate authority) {
        return OkHttpPolicyFetcher.builder(dns)
                .trust(authority)
                .allowAddresses(AddressRange.parse("10.0.0.0/8"))
                .build();
    }

    @Bean
    SqlitePolicyStore policyStore(@Value("${policies}") Path file) {
        return SqlitePolicyStore.open(file);
    }
}
