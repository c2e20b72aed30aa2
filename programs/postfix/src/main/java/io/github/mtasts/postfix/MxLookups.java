package io.github.mtasts.postfix;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.mtasts.call.SharedCalls;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The MX records of domains, each kept for its TTL. Concurrent requests for a domain share one lookup. */
final class MxLookups {

    private static final long MOST_DOMAINS = 100_000;
    private static final int MOST_HOSTS = 100;
    private static final Duration WITHOUT_TTL = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final MxResolver dns;
    private final Cache<String, Lookup<MxHost>> kept;
    private final SharedCalls<String, Lookup<MxHost>> calls;

    MxLookups(MxResolver dns, Ticker ticker) {
        this.dns = dns;
        kept = Caffeine.newBuilder()
                .maximumSize(MOST_DOMAINS)
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfter(Expiry.creating((String domain, Lookup<MxHost> found) -> time(found)))
                .build();
        calls = new SharedCalls<>(kept::put);
    }

    CompletableFuture<Lookup<MxHost>> of(String domain) {
        Lookup<MxHost> known = kept.getIfPresent(domain);
        return known == null
                ? calls.join(domain, () -> dns.resolveMx(domain))
                : CompletableFuture.completedFuture(known);
    }

    void forget(String domain) {
        DomainName.parse(domain).value().map(DomainName::text).ifPresent(name -> {
            calls.forget(name);
            kept.invalidate(name);
        });
    }

    void forgetAll() {
        calls.forgetAll();
        kept.invalidateAll();
    }

    /**
     * The hosts to which mail for a domain goes (RFC 5321, section 5.1).
     *
     * @return the most preferred first, no more than a hundred; the domain itself if it has no MX records; empty for a
     *     null MX (RFC 7505), and when the lookup failed
     */
    static List<String> hosts(String domain, Lookup<MxHost> found) {
        return switch (found.status()) {
            case NO_RECORDS, NO_SUCH_NAME -> List.of(domain);
            case SERVER_FAILURE, TIMED_OUT, RESOLVER_UNREACHABLE, NOT_ATTEMPTED -> List.of();
            case FOUND -> {
                TreeSet<String> seen = new TreeSet<>();
                yield found.records().stream()
                        .sorted(Comparator.comparingInt(MxHost::preference))
                        .map(MxHost::exchange)
                        .filter(host -> !host.isEmpty() && !host.equals("."))
                        .filter(host -> seen.add(host.toLowerCase(Locale.ROOT)))
                        .limit(MOST_HOSTS)
                        .toList();
            }
        };
    }

    private static Duration time(Lookup<MxHost> found) {
        if (found.isUnknown()) {
            return Duration.ZERO;
        }
        Duration ttl = found.ttl().orElse(WITHOUT_TTL);
        return ttl.compareTo(LONGEST) < 0 ? ttl : LONGEST;
    }
}
