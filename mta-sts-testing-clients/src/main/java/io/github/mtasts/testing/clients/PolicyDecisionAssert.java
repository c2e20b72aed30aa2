package io.github.mtasts.testing.clients;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.PolicyMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the policy in force for a domain, from {@link SenderAssertions#assertThat(PolicyDecision)}. */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
public final class PolicyDecisionAssert extends AbstractAssert<PolicyDecisionAssert, PolicyDecision> {

    PolicyDecisionAssert(PolicyDecision actual) {
        super(actual, PolicyDecisionAssert.class);
    }

    /**
     * Passes when the policy in force has mode enforce.
     *
     * @return this
     */
    public PolicyDecisionAssert isEnforced() {
        return hasMode(PolicyMode.ENFORCE);
    }

    /**
     * Passes when the policy in force has this mode.
     *
     * @param mode the expected mode
     * @return this
     */
    public PolicyDecisionAssert hasMode(PolicyMode mode) {
        Objects.requireNonNull(mode, "mode");
        isNotNull();
        if (actual.mode().filter(mode::equals).isEmpty()) {
            unmet("a policy in mode " + mode.text(), "it has " + inForce());
        }
        return this;
    }

    /**
     * Passes when no policy is in force.
     *
     * @return this
     */
    public PolicyDecisionAssert hasNoPolicy() {
        isNotNull();
        if (actual.policy().isPresent()) {
            unmet("no policy", "it has " + inForce());
        }
        return this;
    }

    /**
     * Passes when the decision has this reason.
     *
     * @param reason the expected reason
     * @return this
     */
    public PolicyDecisionAssert hasReason(DecisionReason reason) {
        Objects.requireNonNull(reason, "reason");
        isNotNull();
        if (actual.reason() != reason) {
            unmet("the reason " + reason, "it is " + actual.reason());
        }
        return this;
    }

    /**
     * Passes when the policy in force covers each of the hosts.
     *
     * @param hosts names of MX hosts, at least one, else {@link IllegalArgumentException}
     * @return this
     */
    public PolicyDecisionAssert coversMx(String... hosts) {
        if (Objects.requireNonNull(hosts, "hosts").length == 0) {
            throw new IllegalArgumentException("coversMx without a host");
        }
        isNotNull();
        List<String> uncovered = Stream.of(hosts)
                .filter(host ->
                        actual.match(Objects.requireNonNull(host, "host")).isEmpty())
                .toList();
        if (!uncovered.isEmpty()) {
            unmet("a pattern for " + String.join(", ", hosts), "none matches " + String.join(", ", uncovered));
        }
        return this;
    }

    private String inForce() {
        return actual.mode().map(mode -> "one in mode " + mode.text()).orElse("none");
    }

    private void unmet(String expected, String found) {
        String policy = actual.policy().stream()
                .flatMap(each -> each.toText().lines())
                .map(RemoteText::printable)
                .collect(Collectors.joining("\n"));
        failWithMessage(
                "%s",
                "Expected " + RemoteText.escape(actual.domain()) + " to have " + expected + ", but " + found + ".\n\n"
                        + actual + (policy.isEmpty() ? "" : "\n\n" + policy));
    }
}
