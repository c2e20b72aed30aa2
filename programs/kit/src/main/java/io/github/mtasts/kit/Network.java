package io.github.mtasts.kit;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.http.OkHttpPublicSuffixes;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Consumer;

/** Real DNS and HTTPS under the user's settings. */
public final class Network implements AutoCloseable {

    private final Duration timeout;
    private final Duration lookupTimeout;
    private final Duration fetchTimeout;
    private final DnsjavaResolver dns;
    private final OkHttpPolicyFetcher fetcher;

    private Network(
            NetworkSettings settings,
            Duration lookupTimeout,
            Duration fetchTimeout,
            Consumer<DnsjavaResolver.Builder> options) {
        this.timeout = settings.timeout();
        this.lookupTimeout = lookupTimeout;
        this.fetchTimeout = fetchTimeout;
        DnsjavaResolver.Builder resolver =
                DnsjavaResolver.builder().timeout(lookupTimeout.multipliedBy(9).dividedBy(10));
        settings.resolver().ifPresent(resolver::servers);
        options.accept(resolver);
        dns = resolver.build();
        fetcher = OkHttpPolicyFetcher.builder(dns)
                .port(settings.httpsPort())
                .timeout(fetchTimeout)
                .allowAddresses(settings.allowed())
                .trust(settings.roots().toArray(X509Certificate[]::new))
                .build();
    }

    /** For a checker, whose lookups and fetch are under way at the same time. */
    public static Network forChecker(NetworkSettings settings) {
        return forChecker(settings, resolver -> {});
    }

    /** For a checker whose reports go to strangers: they name no name server. */
    public static Network forService(NetworkSettings settings) {
        return forChecker(settings, DnsjavaResolver.Builder::unnamedServers);
    }

    private static Network forChecker(NetworkSettings settings, Consumer<DnsjavaResolver.Builder> options) {
        Duration timeout = settings.timeout();
        return new Network(
                settings,
                share(timeout, Duration.ofSeconds(10), 1),
                share(timeout, Duration.ofSeconds(20), 2),
                options);
    }

    /**
     * For a sender, which looks up a record, fetches the policy and looks up the MX hosts one after the other.
     *
     * @param trustAd whether the name server is trusted to have validated DNSSEC
     */
    public static Network forSender(NetworkSettings settings, boolean trustAd) {
        Duration timeout = settings.timeout();
        return new Network(
                settings,
                shorter(timeout.dividedBy(4), Duration.ofSeconds(8)),
                shorter(timeout.dividedBy(2), Duration.ofSeconds(15)),
                resolver -> {
                    if (trustAd) {
                        resolver.trustAd();
                    }
                });
    }

    /** A checker over this network, usable until it is closed. */
    public MtaStsChecker checker() {
        return MtaStsChecker.builder()
                .resolver(dns)
                .policyFetcher(fetcher)
                .publicSuffixes(new OkHttpPublicSuffixes())
                .timeout(timeout)
                .lookupTimeout(lookupTimeout)
                .fetchTimeout(fetchTimeout)
                .build();
    }

    /** The DNS. */
    public DnsjavaResolver dns() {
        return dns;
    }

    /** HTTPS. */
    public OkHttpPolicyFetcher fetcher() {
        return fetcher;
    }

    /** The deadline of one lookup. */
    public Duration lookupTimeout() {
        return lookupTimeout;
    }

    /** The deadline of a fetch. */
    public Duration fetchTimeout() {
        return fetchTimeout;
    }

    @Override
    public void close() {
        fetcher.close();
        dns.close();
    }

    /** The usual deadline within a short timeout; more of it, in thirds, when the user wants to wait longer. */
    private static Duration share(Duration timeout, Duration usual, int thirds) {
        Duration part = timeout.multipliedBy(thirds).dividedBy(3);
        Duration atMost = shorter(timeout, usual);
        return part.compareTo(atMost) > 0 ? part : atMost;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
