package io.github.mtasts.spring;

import io.github.mtasts.http.AddressRange;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.net.InetSocketAddress;
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

    @Override
    public Duration timeout() {
        return Values.timeout("mta-sts.timeout", timeout);
    }

    @Override
    public Duration lookupTimeout() {
        return Values.timeout("mta-sts.lookup-timeout", lookupTimeout);
    }

    @Override
    public Duration fetchTimeout() {
        return Values.timeout("mta-sts.fetch-timeout", fetchTimeout);
    }

    List<AddressRange> allowed() {
        return Values.list("mta-sts.allowed-addresses", allowedAddresses, MtaStsProperties::range);
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    wrong.getMessage() + "; write an address or a range, such as 10.0.0.0/8 or fd00::/8.", wrong);
        }
    }

    /**
     * The name servers.
     *
     * @param servers Addresses of name servers, in order of preference, with or without a port; an IPv6 address in brackets.
     *     Those of the system by default.
     * @param trustAd Whether these name servers validate DNSSEC and are reached over a safe path. The sender then uses DANE.
     */
    record Dns(
            @DefaultValue List<String> servers,
            @DefaultValue("false") boolean trustAd) {

        List<InetSocketAddress> addresses() {
            return Values.list("mta-sts.dns.servers", servers, NameServer::parse);
        }
    }

    /**
     * The domains that are watched.
     *
     * @param domains Domains to check in the background. One that is broken makes the application's health DOWN.
     * @param interval How often they are checked, at least 1m; each time up to a tenth earlier or later.
     */
    record Health(
            @DefaultValue List<String> domains,
            @DefaultValue("15m") Duration interval) {

        List<DomainName> names() {
            return Values.list("mta-sts.health.domains", domains, Health::name);
        }

        @Override
        public Duration interval() {
            return Values.interval("mta-sts.health.interval", interval);
        }

        private static DomainName name(String text) {
            Parsed<DomainName> parsed = DomainName.parse(text);
            return parsed.value().orElseThrow(() -> {
                Issue issue = parsed.issues().get(0);
                return new IllegalArgumentException(issue.message() + " " + issue.remedy());
            });
        }
    }

    /**
     * The sender's policies in the application's database.
     *
     * @param createTable Whether to create the table mta_sts_policy at the start if it is missing.
     */
    record Jdbc(@DefaultValue("false") boolean createTable) {}
}
