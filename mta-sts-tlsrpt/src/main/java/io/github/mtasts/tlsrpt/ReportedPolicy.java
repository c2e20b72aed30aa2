package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One policy that a sender applied, and the sessions under it (RFC 8460, section 4.4, {@code policies}).
 *
 * @param policyType its type, as written ({@link #knownType()} interprets it); empty when it is missing
 * @param policyString the lines of an MTA-STS policy, or TLSA records; empty without a policy, or when they are missing
 * @param policyDomain the domain that the policy belongs to, as written; empty when it is missing
 * @param mxHostPatterns the MX patterns of an MTA-STS policy; empty for other types, or when they are missing
 * @param successfulSessions the number of sessions that satisfied the policy, 0 or more; empty when the report does not say
 * @param failedSessions the number of sessions that did not, 0 or more, and the larger number where the summary and the
 *     details contradict each other; empty when the report does not say
 * @param failureDetails how they failed; a session may occur in several of them
 */
public record ReportedPolicy(
        Optional<String> policyType,
        List<String> policyString,
        Optional<String> policyDomain,
        List<String> mxHostPatterns,
        OptionalLong successfulSessions,
        OptionalLong failedSessions,
        List<FailureDetails> failureDetails) {

    /** Rejects null, copies the lists, and rejects a negative number with {@link IllegalArgumentException}. */
    public ReportedPolicy {
        Objects.requireNonNull(policyType, "policyType");
        Objects.requireNonNull(policyDomain, "policyDomain");
        policyString = List.copyOf(policyString);
        mxHostPatterns = List.copyOf(mxHostPatterns);
        failureDetails = List.copyOf(failureDetails);
        if (successfulSessions.orElse(0) < 0 || failedSessions.orElse(0) < 0) {
            throw new IllegalArgumentException("negative number of sessions");
        }
    }

    /**
     * The type, if RFC 8460 defines it; case is ignored.
     *
     * @return empty when it is missing or unknown
     */
    public Optional<PolicyType> knownType() {
        return policyType.flatMap(PolicyType::of);
    }

    /** Domain, type and numbers, escaped and bounded. */
    @Override
    public String toString() {
        return policyDomain.map(RemoteText::escape).orElse("?") + " "
                + policyType.map(RemoteText::escape).orElse("?") + " " + shown(successfulSessions)
                + " successful, " + shown(failedSessions) + " failed";
    }

    static String shown(OptionalLong sessions) {
        return sessions.isPresent() ? Long.toString(sessions.getAsLong()) : "?";
    }
}
