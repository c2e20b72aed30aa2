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

    /** Octets, roughly: 200,000 ordinary policies, far fewer of hostile size. */
    private static final long MOST_OCTETS = 128L << 20;

    /** They have room of their own, so that no number of domains without a policy displaces a policy. */
    private static final int MOST_WITHOUT_POLICY = 200_000;

    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(1);

    private final Cache<DomainName, Known> withPolicy = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .weigher((DomainName domain, Known known) -> known.weight())
            .executor(Runnable::run)
            .build();
    private final Cache<DomainName, Known> withoutPolicy = Caffeine.newBuilder()
            .maximumSize(MOST_WITHOUT_POLICY)
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
        return Optional.ofNullable(withPolicy.getIfPresent(domain))
                .or(() -> Optional.ofNullable(withoutPolicy.getIfPresent(domain)))
                .orElseGet(() -> Known.nothing(domain));
    }

    /** Those with a policy in force; a copy. */
    List<Known> inForce() {
        Instant now = clock.instant();
        return withPolicy.asMap().values().stream()
                .filter(known -> known.isInForce(now))
                .toList();
    }

    /** Remembers what was learned of a domain, and stores its policy if that is new. */
    void learned(Known before, Known after) {
        remember(after);
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
                .flatMap(policy -> of(domain).recalled(policy, chance.getAsDouble(), now));
        recalled.ifPresent(this::remember);
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
            Known known = of(policy.domain());
            if (!known.isInForce(now)) {
                known.recalled(policy, chance.getAsDouble(), now).ifPresent(this::remember);
            }
        });
    }

    /** Drops expired policies from memory. */
    void sweep() {
        Instant now = clock.instant();
        for (Known known : withPolicy.asMap().values()) {
            if (!known.isInForce(now) && withPolicy.asMap().remove(known.domain(), known)) {
                known.withoutPolicy().ifPresent(left -> withoutPolicy.put(known.domain(), left));
            }
        }
    }

    /** Forgets a domain, in memory and in the store; says whether there was a policy. */
    boolean forget(DomainName domain) {
        boolean inMemory = of(domain).isInForce(clock.instant());
        withPolicy.invalidate(domain);
        withoutPolicy.invalidate(domain);
        Optional<StoredPolicy> stored = store.find(domain);
        stored.ifPresent(store::remove);
        return inMemory || stored.isPresent();
    }

    /** Forgets every domain, in memory and in the store; says how many policies there were. */
    int forgetAll() {
        Set<DomainName> forgotten = new HashSet<>(withPolicy.asMap().keySet());
        withPolicy.invalidateAll();
        withoutPolicy.invalidateAll();
        store.forEach(policy -> {
            forgotten.add(policy.domain());
            store.remove(policy);
        });
        return forgotten.size();
    }

    private void remember(Known known) {
        boolean hasPolicy = known.policy().isPresent();
        (hasPolicy ? withPolicy : withoutPolicy).put(known.domain(), known);
        (hasPolicy ? withoutPolicy : withPolicy).invalidate(known.domain());
    }
}
