package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store as the sender sees it: failures are logged, and the sender carries on from memory. */
final class StoredPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsSender.class);

    private final PolicyStore store;

    StoredPolicies(PolicyStore store) {
        this.store = store;
    }

    Optional<StoredPolicy> find(DomainName domain) {
        try {
            return Objects.requireNonNull(store.find(domain), "the store's answer");
        } catch (RuntimeException | Error failed) {
            LOG.error("The policy of {} could not be read from the store", domain, failed);
            return Optional.empty();
        }
    }

    void forEach(Consumer<? super StoredPolicy> sink) {
        try {
            store.forEach(sink);
        } catch (RuntimeException | Error failed) {
            LOG.error("The policies could not be read from the store", failed);
        }
    }

    void put(StoredPolicy policy) {
        try {
            store.put(policy);
        } catch (RuntimeException | Error failed) {
            LOG.error("The policy of {} could not be stored; it is kept in memory only", policy.domain(), failed);
        }
    }

    void remove(StoredPolicy policy) {
        try {
            store.remove(policy);
        } catch (RuntimeException | Error failed) {
            LOG.error("The policy of {} could not be removed from the store", policy.domain(), failed);
        }
    }
}
