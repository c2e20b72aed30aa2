package io.github.mtasts.sender;

import io.github.mtasts.syntax.DomainName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port for what outlives the process. Implementations are thread-safe and may block: the sender calls them on its
 * executor. One of them may serve several senders at once.
 *
 * <p>Each method throws {@link PolicyStoreException} when the store cannot do it. The sender logs that and goes on with what
 * it has in memory.
 */
public interface PolicyStore {

    /** How far the clocks of senders at one store may be apart: a day. */
    Duration FURTHEST_CLOCK = Duration.ofDays(1);

    /**
     * Finds the policy of one domain.
     *
     * @param domain the policy domain
     * @return empty when none is stored; expired policies may be given
     */
    Optional<StoredPolicy> find(DomainName domain);

    /**
     * Gives all policies, in no order; meanwhile others may be put and removed.
     *
     * @param sink takes one after the other; what it throws ends the walk
     */
    void forEach(Consumer<? super StoredPolicy> sink);

    /**
     * Keeps a policy in place of an older one of the same domain. One that was fetched later stays, so that of two senders
     * at one store the later word counts; but one that was fetched more than {@link #FURTHEST_CLOCK} later was fetched by a
     * clock that was wrong, and goes. When this returns, the policy is kept whatever happens to the process.
     *
     * @param policy the policy
     */
    void put(StoredPolicy policy);

    /**
     * Removes a policy, unless another was put for the domain meanwhile.
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
