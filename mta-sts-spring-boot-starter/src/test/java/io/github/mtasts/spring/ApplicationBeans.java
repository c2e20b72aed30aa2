package io.github.mtasts.spring;

import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.store.sqlite.SqlitePolicyStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** MTA-STS in an intranet, with the sender's policies in a file. */
@Configuration(proxyBeanMethods = false)
class ApplicationBeans {

    @Bean
    OkHttpPolicyFetcher policyFetcher(OkHttpPolicyFetcher.Builder builder, @Value("${intranet.ca}") Resource ca)
            throws CertificateException, IOException {
        try (InputStream file = ca.getInputStream()) {
            var root = CertificateFactory.getInstance("X.509").generateCertificate(file);
            return builder.trust((X509Certificate) root).build();
        }
    }

    @Bean
    SqlitePolicyStore policyStore(@Value("${policies}") Path file) {
        return SqlitePolicyStore.open(file);
    }
}
