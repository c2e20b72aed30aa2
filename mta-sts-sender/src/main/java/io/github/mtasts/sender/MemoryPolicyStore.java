package io.github.mtasts.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.mtasts.syntax.DomainName;
import java.util.Optional;
import java.util.function.Consumer;

/** The default store: after a restart nothing is known. */
final class MemoryPolicyStore implements PolicyStore {

    private static final long MOST_OCTETS = 64L << 20;

    private final Cache<DomainName, StoredPolicy> policies = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .weigher((DomainName domain, StoredPolicy policy) -> policy.weight())
            .executor(Runnable::run)
            .build();

    @Override
    public Optional<StoredPolicy> find(DomainName domain) {
        return Optional.ofNullable(policies.getIfPresent(domain));
    }

    @Override
    public void forEach(Consumer<? super StoredPolicy> sink) {
        policies.asMap().values().forEach(sink);
    }

    @Override
    public void put(StoredPolicy policy) {
        policies.asMap().merge(policy.domain(), policy, (kept, put) -> put.replaces(kept) ? put : kept);
    }

    @Override
    public void remove(StoredPolicy policy) {
        policies.asMap().remove(policy.domain(), policy);
    }
}
