package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** The store of those who can do without one: after a restart every domain is met for the first time. */
final class MemoryPolicyStore implements PolicyStore {

    private final ConcurrentMap<DomainName, StoredPolicy> policies = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredPolicy> find(DomainName domain) {
        return Optional.ofNullable(policies.get(domain));
    }

    @Override
    public void forEach(Consumer<? super StoredPolicy> sink) {
        policies.values().forEach(sink);
    }

    @Override
    public void put(StoredPolicy policy) {
        policies.merge(policy.domain(), policy, (kept, put) -> kept.fetchedAt().isAfter(put.fetchedAt()) ? kept : put);
    }

    @Override
    public void remove(StoredPolicy policy) {
        policies.remove(policy.domain(), policy);
    }
}
