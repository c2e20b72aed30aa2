package io.github.mtasts.spring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application sets; docs/spring.md has the same table.
 *
 * @param timeout How long a check may take.
 * @param lookupTimeout How long a DNS lookup may take.
 * @param fetchTimeout How long a policy fetch may take, including the lookup of the policy host.
 * @param allowedAddresses Addresses of policy hosts to connect to although they are not public, such as 10.0.0.0/8.
 */
@ConfigurationProperties("mta-sts")
record MtaStsProperties(
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("10s") Duration lookupTimeout,
        @DefaultValue("20s") Duration fetchTimeout,
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue Dns dns,
        @DefaultValue Health health,
        @DefaultValue Jdbc jdbc) {

    /**
     * The name servers.
     *
     * @param servers Addresses of name servers, in order of preference, with or without a port; an IPv6 address in brackets.
     *     Those of the system by default.
     * @param trustAd Whether these name servers validate DNSSEC and are reached over a safe path. The sender then uses DANE.
     */
    record Dns(
            @DefaultValue List<String> servers,
            @DefaultValue("false") boolean trustAd) {}

    /**
     * The domains that are watched.
     *
     * @param domains Domains to check in the background. One that is broken makes the application's health DOWN.
     * @param interval How often they are checked; each time up to a tenth earlier or later.
     */
    record Health(
            @DefaultValue List<String> domains,
            @DefaultValue("15m") Duration interval) {}

    /**
     * The sender's policies in the application's database.
     *
     * @param createTable Whether to create the table mta_sts_policy at the start if it is missing.
     */
    record Jdbc(@DefaultValue("false") boolean createTable) {}
}
