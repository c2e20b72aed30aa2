package io.github.mtasts.postfix;

import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.StsPolicy;
import java.util.Optional;

/**
 * The policy itself, for Postfix 3.10.5 and later: it then compares the names of MX hosts with the patterns as RFC 8461
 * says, and reports by TLSRPT which policy was applied.
 */
final class PolicyAttributes {

    /** Far below the 100,000 characters that Postfix accepts. */
    private static final int LONGEST = 50_000;

    private PolicyAttributes() {}

    /** Attributes with a space before each; empty when no policy is in force, and when they would be too long for Postfix. */
    static String of(PolicyDecision decision) {
        Optional<StsPolicy> policy = decision.policy();
        if (policy.isEmpty()) {
            return "";
        }
        String enforcing =
                ttl(decision) + " policy_type=sts policy_domain=" + decision.domain() + patterns(policy.get());
        String all = enforcing + strings(policy.get());
        if (all.length() <= LONGEST) {
            return all;
        }
        return enforcing.length() <= LONGEST ? enforcing : "";
    }

    private static String ttl(PolicyDecision decision) {
        return decision.policy()
                .flatMap(policy -> decision.age().map(policy.effectiveMaxAge()::minus))
                .map(left -> " policy_ttl=" + left.toSeconds())
                .orElse("");
    }

    private static String patterns(StsPolicy policy) {
        StringBuilder all = new StringBuilder();
        policy.mx().stream()
                .map(MxPattern::canonical)
                .filter(PolicyAttributes::isOfNames)
                .distinct()
                .forEach(pattern -> all.append(" mx_host_pattern=").append(pattern));
        return all.toString();
    }

    /** An address covers no MX host, but Postfix would look for it in the certificate. */
    private static boolean isOfNames(String pattern) {
        return DomainName.parse(pattern.startsWith("*.") ? pattern.substring(2) : pattern)
                .value()
                .isPresent();
    }

    /** Braces would end the attribute, and Postfix expects ASCII. */
    private static String strings(StsPolicy policy) {
        StringBuilder all = new StringBuilder();
        policy.toText()
                .lines()
                .filter(line ->
                        line.chars().allMatch(octet -> octet >= ' ' && octet < 0x7F && octet != '{' && octet != '}'))
                .forEach(line -> all.append(" { policy_string = ").append(line).append(" }"));
        return all.toString();
    }
}
