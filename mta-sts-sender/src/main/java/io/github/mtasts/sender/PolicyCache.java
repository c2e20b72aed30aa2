package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What is known of domains, in bounded memory. Nothing in it is a promise: whoever reads asks whether it has expired. */
final class PolicyCache {

    /** Octets of policies, roughly: 200,000 ordinary ones, and far fewer of hostile size. */
    private static final long MOST_OCTETS = 128L << 20;

    private static final long MOST_ABSENCES = 200_000;

    private final Cache<DomainName, CachedPolicy> policies = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .weigher((DomainName domain, CachedPolicy policy) -> policy.weight())
            .executor(Runnable::run)
            .build();
    private final Cache<DomainName, NoPolicy> absences = Caffeine.newBuilder()
            .maximumSize(MOST_ABSENCES)
            .executor(Runnable::run)
            .build();

    Optional<CachedPolicy> policy(DomainName domain, Instant now) {
        return remembered(domain).filter(cached -> !cached.isExpired(now));
    }

    /** Also one that has expired. */
    Optional<CachedPolicy> remembered(DomainName domain) {
        return Optional.ofNullable(policies.getIfPresent(domain));
    }

    /** That there is no policy, while that need not be asked again. */
    Optional<NoPolicy> absence(DomainName domain, Instant now) {
        return Optional.ofNullable(absences.getIfPresent(domain)).filter(absence -> absence.isGood(now));
    }

    /** The last fetch that failed, whatever was learned since. */
    Optional<FailedFetch> lastFailure(DomainName domain) {
        return remembered(domain)
                .flatMap(CachedPolicy::failure)
                .or(() -> Optional.ofNullable(absences.getIfPresent(domain)).flatMap(NoPolicy::failure));
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

    void forgetAll() {
        policies.invalidateAll();
        absences.invalidateAll();
    }

    Set<DomainName> domains() {
        return policies.asMap().keySet();
    }

    void remove(DomainName domain, CachedPolicy policy) {
        policies.asMap().remove(domain, policy);
    }

    Collection<CachedPolicy> policies() {
        return policies.asMap().values();
    }
}
