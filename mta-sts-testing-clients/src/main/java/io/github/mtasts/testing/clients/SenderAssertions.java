package io.github.mtasts.testing.clients;

import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostResult;
import io.github.mtasts.sender.PolicyDecision;

/**
 * AssertJ assertions on what a sender decides. A failure shows why it decided so. AssertJ is optional: a project that uses this
 * class brings it along.
 */
public final class SenderAssertions {

    private SenderAssertions() {}

    /**
     * Asserts on the policy in force for a domain.
     *
     * @param decision of a sender
     * @return the assertions
     */
    public static PolicyDecisionAssert assertThat(PolicyDecision decision) {
        return new PolicyDecisionAssert(decision);
    }

    /**
     * Asserts on what protects a delivery to an MX host.
     *
     * @param decision of a sender
     * @return the assertions
     */
    public static HostDecisionAssert assertThat(HostDecision decision) {
        return new HostDecisionAssert(decision);
    }

    /**
     * Asserts on whether a message may go to an MX host.
     *
     * @param result of judging the host
     * @return the assertions
     */
    public static HostResultAssert assertThat(HostResult result) {
        return new HostResultAssert(result);
    }
}
