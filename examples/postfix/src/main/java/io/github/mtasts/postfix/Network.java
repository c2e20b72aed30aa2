package io.github.mtasts.postfix;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.MtaStsSenderBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Real DNS and HTTPS under the operator's settings. */
final class Network implements AutoCloseable {

    static final int HTTPS = 443;

    /**
     * What can be set.
     *
     * @param resolver the name server to ask; empty for the system's
     * @param trustAd whether it is believed to have validated DNSSEC
     * @param timeout for one answer in all
     * @param allowed addresses of policy hosts to connect to although they are not public
     * @param roots certificates to trust besides the system's roots
     * @param httpsPort where policy hosts are served
     */
    record Settings(
            Optional<InetSocketAddress> resolver,
            boolean trustAd,
            Duration timeout,
            Predicate<InetAddress> allowed,
            List<X509Certificate> roots,
            int httpsPort) {

        /** The system's name servers and roots, and public policy hosts alone. */
        static Settings ofSystem(Duration timeout) {
            return new Settings(Optional.empty(), false, timeout, address -> false, List.of(), HTTPS);
        }
    }

    private static final Duration LOOKUP = Duration.ofSeconds(8);
    private static final Duration FETCH = Duration.ofSeconds(15);

    private final boolean trustAd;
    private final Duration lookup;
    private final Duration fetch;
    private final DnsjavaResolver dns;
    private final OkHttpPolicyFetcher fetcher;

    Network(Settings settings) {
        trustAd = settings.trustAd();
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
