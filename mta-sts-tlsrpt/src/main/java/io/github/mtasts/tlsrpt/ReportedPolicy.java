package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One policy that a sender applied, and the sessions under it (RFC 8460, section 4.4, {@code policies}).
 *
 * @param policyType its kind, as written, of which {@link #knownType()} is the meaning; empty when it is missing
 * @param policyString the lines of an MTA-STS policy, or TLSA records; empty without a policy, or when they are missing
 * @param policyDomain whose policy it is, as written; empty when it is missing
 * @param mxHostPatterns the MX patterns of an MTA-STS policy; empty for other kinds, or when they are missing
 * @param successfulSessions how many sessions satisfied the policy, 0 or more
 * @param failedSessions how many did not, 0 or more
 * @param failureDetails how they failed; one session may be counted in several of them
 */
public record ReportedPolicy(
        Optional<String> policyType,
        List<String> policyString,
        Optional<String> policyDomain,
        List<String> mxHostPatterns,
        long successfulSessions,
        long failedSessions,
        List<FailureDetails> failureDetails) {

    /** Refuses null, copies the lists, and refuses a negative number with {@link IllegalArgumentException}. */
    public ReportedPolicy {
        Objects.requireNonNull(policyType, "policyType");
        Objects.requireNonNull(policyDomain, "policyDomain");
        policyString = List.copyOf(policyString);
        mxHostPatterns = List.copyOf(mxHostPatterns);
        failureDetails = List.copyOf(failureDetails);
        if (successfulSessions < 0 || failedSessions < 0) {
            throw new IllegalArgumentException("a negative number of sessions");
        }
    }

    /**
     * The kind where RFC 8460 knows it; case does not count.
     *
     * @return empty when it is missing or unknown
     */
    public Optional<PolicyType> knownType() {
        return policyType.flatMap(PolicyType::of);
    }

    /** Domain, kind and numbers, escaped and bounded. */
    @Override
    public String toString() {
        return policyDomain.map(RemoteText::escape).orElse("?") + " "
                + policyType.map(RemoteText::escape).orElse("?") + " " + successfulSessions + " successful, "
                + failedSessions + " failed";
    }
}
