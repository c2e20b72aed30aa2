package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What is known of domains, in memory and bounded. Nothing in it is a promise: whoever reads asks whether it has expired. */
final class PolicyCache {

    private static final long MOST_POLICIES = 200_000;
    private static final long MOST_ABSENCES = 200_000;

    private final Cache<DomainName, CachedPolicy> policies =
            Caffeine.newBuilder().maximumSize(MOST_POLICIES).build();
    private final Cache<DomainName, NoPolicy> absences =
            Caffeine.newBuilder().maximumSize(MOST_ABSENCES).build();

    Optional<CachedPolicy> policy(DomainName domain, Instant now) {
        return Optional.ofNullable(policies.getIfPresent(domain)).filter(cached -> !cached.isExpired(now));
    }

    Optional<NoPolicy> absence(DomainName domain) {
        return Optional.ofNullable(absences.getIfPresent(domain));
    }

    void put(DomainName domain, CachedPolicy policy) {
        policies.put(domain, policy);
        absences.invalidate(domain);
    }

    void putIfAbsent(DomainName domain, CachedPolicy policy) {
        policies.asMap().putIfAbsent(domain, policy);
    }

    void put(DomainName domain, NoPolicy absence) {
        absences.put(domain, absence);
    }

    void forget(DomainName domain) {
        policies.invalidate(domain);
        absences.invalidate(domain);
    }

    void remove(DomainName domain, CachedPolicy policy) {
        policies.asMap().remove(domain, policy);
    }

    Collection<CachedPolicy> policies() {
        return policies.asMap().values();
    }
}
