package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.util.Objects;
import java.util.Optional;

/**
 * A local rule for a domain, which overrides what the domain publishes.
 *
 * @param pinned the policy to apply, which never expires; empty to skip MTA-STS for the domain
 */
public record OperatorRule(Optional<StsPolicy> pinned) {

    /** Rejects null. */
    public OperatorRule {
        Objects.requireNonNull(pinned, "pinned");
    }

    /**
     * Deliver as if the domain had no policy; nothing is looked up.
     *
     * @return the rule
     */
    public static OperatorRule skip() {
        return new OperatorRule(Optional.empty());
    }

    /**
     * Apply this policy; nothing is looked up.
     *
     * @param policy its max_age is ignored
     * @return the rule
     */
    public static OperatorRule pin(StsPolicy policy) {
        return new OperatorRule(Optional.of(Objects.requireNonNull(policy, "policy")));
    }
}
