package io.github.mtasts.postfix;

import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.PolicyDecision;
import java.util.List;
import java.util.Optional;

/**
 * An answer, and the facts it is based on.
 *
 * @param answer for Postfix
 * @param decision the policy in force, if any; empty when the key is not a domain
 * @param hosts the domain's MX hosts in order of preference; empty when they were not needed, or could not be looked up
 * @param trouble why the MX records could not be looked up; empty when they could
 */
record Explanation(Answer answer, Optional<PolicyDecision> decision, List<HostDecision> hosts, String trouble) {

    static Explanation without(AnswerReason reason) {
        return new Explanation(Answer.of(reason), Optional.empty(), List.of(), "");
    }
}
