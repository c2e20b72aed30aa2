package io.github.mtasts.kit;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** Real DNS and HTTPS under the user's settings, and a checker over them. */
public final class CheckNetwork implements AutoCloseable {

    private static final Duration LOOKUP = Duration.ofSeconds(10);
    private static final Duration FETCH = Duration.ofSeconds(20);

    private final DnsjavaResolver dns;
    private final OkHttpPolicyFetcher fetcher;
    private final MtaStsChecker checker;

    /** Opens nothing yet. */
    public CheckNetwork(NetworkSettings settings) {
        Duration timeout = settings.timeout();
        Duration lookup = share(timeout, LOOKUP, 1);
        Duration fetch = share(timeout, FETCH, 2);
        DnsjavaResolver.Builder resolver =
                DnsjavaResolver.builder().timeout(lookup.multipliedBy(9).dividedBy(10));
        settings.resolver().ifPresent(resolver::servers);
        dns = resolver.build();
        fetcher = OkHttpPolicyFetcher.builder(dns)
                .port(settings.httpsPort())
                .timeout(fetch)
                .allowAddresses(settings.allowed())
                .trust(settings.roots().toArray(X509Certificate[]::new))
                .build();
        checker = MtaStsChecker.builder()
                .resolver(dns)
                .policyFetcher(fetcher)
                .timeout(timeout)
                .lookupTimeout(lookup)
                .fetchTimeout(fetch)
                .build();
    }

    /** The checker, usable until this is closed. */
    public MtaStsChecker checker() {
        return checker;
    }

    @Override
    public void close() {
        fetcher.close();
        dns.close();
    }

    /** The usual deadline within a short timeout; more of it, in thirds, when the user wants to wait longer. */
    private static Duration share(Duration timeout, Duration usual, int thirds) {
        Duration part = timeout.multipliedBy(thirds).dividedBy(3);
        Duration atMost = timeout.compareTo(usual) < 0 ? timeout : usual;
        return part.compareTo(atMost) > 0 ? part : atMost;
    }
}
