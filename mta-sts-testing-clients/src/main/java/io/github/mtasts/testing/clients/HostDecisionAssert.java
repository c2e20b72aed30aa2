package io.github.mtasts.testing.clients;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostProtection;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what protects a delivery to an MX host, from {@link SenderAssertions#assertThat(HostDecision)}. */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
public final class HostDecisionAssert extends AbstractAssert<HostDecisionAssert, HostDecision> {

    HostDecisionAssert(HostDecision actual) {
        super(actual, HostDecisionAssert.class);
    }

    /**
     * Passes when the host has this protection.
     *
     * @param protection the expected protection
     * @return this
     */
    public HostDecisionAssert hasProtection(HostProtection protection) {
        Objects.requireNonNull(protection, "protection");
        isNotNull();
        if (actual.protection() != protection) {
            failWithMessage(
                    "%s",
                    "Expected " + RemoteText.escape(actual.mxHost()) + " to have the protection " + protection
                            + ", but it is " + actual.protection() + ".\n\n" + actual + ", TLSA " + actual.tlsa());
        }
        return this;
    }
}
