package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port that keeps policies across restarts. Implementations are thread-safe and may block: the sender calls them on its
 * executor. Several senders may share one.
 *
 * <p>Each method throws {@link PolicyStoreException} on failure. The sender logs it and carries on from memory.
 */
public interface PolicyStore {

    /** How far apart the clocks of senders that share a store may be: a day. */
    Duration FURTHEST_CLOCK = Duration.ofDays(1);

    /**
     * Finds the policy of one domain.
     *
     * @param domain the policy domain
     * @return empty when none is stored; may have expired
     */
    Optional<StoredPolicy> find(DomainName domain);

    /**
     * Passes on all policies, in no particular order. Others may be put and removed meanwhile.
     *
     * @param sink takes one at a time; an exception ends the iteration
     */
    void forEach(Consumer<? super StoredPolicy> sink);

    /**
     * Stores a policy in place of an older one for the same domain. A stored one that was fetched later stays, so that the
     * latest fetch of several senders wins; but one fetched more than {@link #FURTHEST_CLOCK} later came from a wrong clock and
     * is replaced. When this returns, the policy survives whatever happens to the process.
     *
     * @param policy the policy
     */
    void put(StoredPolicy policy);

    /**
     * Removes a policy, unless it was replaced meanwhile.
     *
     * @param policy the policy as it was found
     */
    void remove(StoredPolicy policy);

    /**
     * A store that lasts as long as the process, in bounded memory.
     *
     * @return an empty store
     */
    static PolicyStore inMemory() {
        return new MemoryPolicyStore();
    }
}
