package io.github.mtasts.postfix;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** Real DNS and HTTPS under the operator's settings. */
final class Network implements AutoCloseable {

    private static final Duration LOOKUP = Duration.ofSeconds(8);
    private static final Duration FETCH = Duration.ofSeconds(15);

    private final boolean trustAd;
    private final Duration lookup;
    private final Duration fetch;
    private final DnsjavaResolver dns;
    private final OkHttpPolicyFetcher fetcher;

    /** With {@code trustAd}, the name server is believed to have validated DNSSEC, and DANE is looked for. */
    Network(NetworkSettings settings, boolean trustAd) {
        this.trustAd = trustAd;
        // a record, a policy and the MX records come one after the other
        lookup = shorter(settings.timeout().dividedBy(4), LOOKUP);
        fetch = shorter(settings.timeout().dividedBy(2), FETCH);
        DnsjavaResolver.Builder resolver =
                DnsjavaResolver.builder().timeout(lookup.multipliedBy(9).dividedBy(10));
        settings.resolver().ifPresent(resolver::servers);
        if (trustAd) {
            resolver.trustAd();
        }
        dns = resolver.build();
        fetcher = OkHttpPolicyFetcher.builder(dns)
                .port(settings.httpsPort())
                .timeout(fetch)
                .allowAddresses(settings.allowed())
                .trust(settings.roots().toArray(X509Certificate[]::new))
                .build();
    }

    DnsjavaResolver dns() {
        return dns;
    }

    /** A sender over this network, its other settings open. */
    MtaStsSenderBuilder sender() {
        MtaStsSenderBuilder builder = MtaStsSender.builder()
                .resolver(dns)
                .policyFetcher(fetcher)
                .lookupTimeout(lookup)
                .fetchTimeout(fetch);
        return trustAd ? builder.dane(dns) : builder;
    }

    @Override
    public void close() {
        fetcher.close();
        dns.close();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
