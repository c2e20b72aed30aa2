package io.github.mtasts.sender;

import io.github.mtasts.syntax.StsPolicy;
import java.util.Objects;
import java.util.Optional;

/**
 * What the operator says of a domain, whatever the domain publishes.
 *
 * @param pinned the policy to apply, which never expires; empty to skip MTA-STS for the domain
 */
public record OperatorRule(Optional<StsPolicy> pinned) {

    /** Refuses null. */
    public OperatorRule {
        Objects.requireNonNull(pinned, "pinned");
    }

    /**
     * Deliver as if the domain had no policy, and look nothing up.
     *
     * @return the rule
     */
    public static OperatorRule skip() {
        return new OperatorRule(Optional.empty());
    }

    /**
     * Apply this policy, and look nothing up.
     *
     * @param policy given by hand; its max_age has no meaning
     * @return the rule
     */
    public static OperatorRule pin(StsPolicy policy) {
        return new OperatorRule(Optional.of(policy));
    }
}
