package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.syntax.DomainName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * What is known of domains: everything in bounded memory, the policies in the store as well. Nothing is evicted by age; readers
 * compare with the clock.
 */
final class KnownDomains {

    /** Octets, roughly: 200,000 ordinary policies and as many domains without one; far fewer policies of hostile size. */
    private static final long MOST_OCTETS = 192L << 20;

    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(1);

    private final Cache<DomainName, Known> memory = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .weigher((DomainName domain, Known known) -> known.weight())
            .executor(Runnable::run)
            .build();
    private final StoredPolicies store;
    private final Clock clock;
    private final DoubleSupplier chance;

    KnownDomains(PolicyStore store, Clock clock, DoubleSupplier chance) {
        this.store = new StoredPolicies(store);
        this.clock = clock;
        this.chance = chance;
    }

    /** What memory has of a domain. */
    Known of(DomainName domain) {
        return Optional.ofNullable(memory.getIfPresent(domain)).orElseGet(() -> Known.nothing(domain));
    }

    /** Those with a policy in force; a copy. */
    List<Known> inForce() {
        Instant now = clock.instant();
        return memory.asMap().values().stream()
                .filter(known -> known.isInForce(now))
                .toList();
    }

    /** Remembers what was learned of a domain, and stores its policy if that is new. */
    void learned(Known before, Known after) {
        memory.put(after.domain(), after);
        if (!after.policy().equals(before.policy())) {
            after.policy().map(CachedPolicy::stored).ifPresent(store::put);
        }
    }

    /** Reads the policy of one domain from the store, if it is in force and later than the one in memory. */
    Optional<Known> recall(DomainName domain) {
        Optional<StoredPolicy> stored = store.find(domain);
        Instant now = clock.instant();
        Optional<Instant> remembered =
                of(domain).inForce(now).map(cached -> cached.stored().fetchedAt());
        Optional<Known> recalled = stored.filter(
                        policy -> remembered.isEmpty() || policy.fetchedAt().isAfter(remembered.get()))
                .flatMap(policy -> Known.recalled(policy, chance.getAsDouble(), now));
        recalled.ifPresent(known -> memory.put(domain, known));
        return recalled;
    }

    /**
     * Reads all policies from the store, those of domains that have one in memory aside. Removes what expired a day ago, and
     * not earlier: a clock that runs ahead for a while must not cost a policy.
     */
    void recallAll() {
        store.forEach(policy -> {
            Instant now = clock.instant();
            Optional<Instant> end = policy.policy().map(policy::expiresAt);
            if (end.filter(expiry -> now.isAfter(expiry.plus(KEPT_AFTER_ITS_END)))
                    .isPresent()) {
                store.remove(policy);
                return;
            }
            Known.recalled(policy, chance.getAsDouble(), now).ifPresent(recalled -> memory.asMap()
                    .merge(policy.domain(), recalled, (known, read) -> known.isInForce(now) ? known : read));
        });
    }

    /** Drops expired policies from memory. */
    void sweep() {
        Instant now = clock.instant();
        for (Known known : memory.asMap().values()) {
            if (known.policy().isPresent() && !known.isInForce(now)) {
                known.withoutPolicy()
                        .ifPresentOrElse(
                                left -> memory.asMap().replace(known.domain(), known, left),
                                () -> memory.asMap().remove(known.domain(), known));
            }
        }
    }

    /** Forgets a domain, in memory and in the store; says whether there was a policy. */
    boolean forget(DomainName domain) {
        boolean inMemory = of(domain).isInForce(clock.instant());
        memory.invalidate(domain);
        Optional<StoredPolicy> stored = store.find(domain);
        stored.ifPresent(store::remove);
        return inMemory || stored.isPresent();
    }

    /** Forgets every domain, in memory and in the store; says how many policies there were. */
    int forgetAll() {
        Set<DomainName> withPolicy = new HashSet<>();
        memory.asMap().values().stream()
                .filter(known -> known.policy().isPresent())
                .forEach(known -> withPolicy.add(known.domain()));
        memory.invalidateAll();
        store.forEach(policy -> {
            withPolicy.add(policy.domain());
            store.remove(policy);
        });
        return withPolicy.size();
    }
}
