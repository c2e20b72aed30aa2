package io.github.mtasts.check;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.PolicyType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What sessions failed for, where the report holds more than their result type says. */
enum FailureCause {
    /** No pattern of the applied policy covers the host. */
    NOT_COVERED(
            "No mx pattern of the policy that the sender applied covers the host.",
            "If it is one of your MX hosts, add it to the policy, then change the id in the record; if it is not, correct"
                    + " the MX records."),
    /** The report does not name a host of an MTA-STS policy. */
    NO_HOST(
            "The report names no MX host, so the sender may have found none that the policy covers.",
            "Check that the policy covers every MX host, and ask the reporter's contact for the host."),
    /** Nor is there an MTA-STS policy whose hosts could be compared. */
    NO_HOST_AND_NO_POLICY(
            "TLS failed with an MX host that the report does not name.",
            "Ask the reporter's contact for the host and the reason."),
    /** The policy covers the host, so the certificate is what does not match. */
    CERTIFICATE_NAME(
            "The policy covers the MX host, but the host's certificate does not name it.",
            "Use a certificate with the same name as the MX record."),
    /** There is no policy that the host could be missing in. */
    CERTIFICATE_NAME_ALONE("The MX host's certificate does not name it.", CERTIFICATE_NAME.remedy),
    /** With DANE, TLSA records take the place of public authorities (RFC 7672, section 3.1). */
    NOT_TRUSTED_BY_DANE(
            "The MX host's certificate does not chain to one that its TLSA records name.",
            "Publish TLSA records for the certificate in use, and send its intermediate certificates with it."),
    /** The report holds no more than the result type. */
    AS_REPORTED("", "");

    private static final Set<ResultType> SEEN_BY_A_CHECK = EnumSet.of(
            ResultType.CERTIFICATE_HOST_MISMATCH,
            ResultType.STS_POLICY_FETCH_ERROR,
            ResultType.STS_POLICY_INVALID,
            ResultType.STS_WEBPKI_INVALID);

    private final String meaning;
    private final String remedy;

    FailureCause(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    static FailureCause of(FailureDetails details, AppliedPolicy policy) {
        String host = details.receivingMxHostname().orElse("");
        return switch (details.knownType().orElse(ResultType.STARTTLS_NOT_SUPPORTED)) {
            case VALIDATION_FAILURE -> ofValidation(host, policy);
            case CERTIFICATE_HOST_MISMATCH -> ofMismatch(host, policy);
            case CERTIFICATE_NOT_TRUSTED ->
                policy.type().equals(Optional.of(PolicyType.TLSA)) ? NOT_TRUSTED_BY_DANE : AS_REPORTED;
            default -> AS_REPORTED;
        };
    }

    private static FailureCause ofValidation(String host, AppliedPolicy policy) {
        if (host.isEmpty()) {
            return policy.limitsHosts() && policy.type().isPresent() ? NO_HOST : NO_HOST_AND_NO_POLICY;
        }
        return policy.limitsHosts() && policy.leavesOut(host) ? NOT_COVERED : AS_REPORTED;
    }

    private static FailureCause ofMismatch(String host, AppliedPolicy policy) {
        if (!policy.limitsHosts()) {
            return CERTIFICATE_NAME_ALONE;
        }
        if (host.isEmpty()) {
            return AS_REPORTED;
        }
        if (policy.leavesOut(host)) {
            return NOT_COVERED;
        }
        return policy.covers(host) ? CERTIFICATE_NAME : AS_REPORTED;
    }

    String meaning(ResultType type) {
        return this == AS_REPORTED ? type.meaning() : meaning;
    }

    String remedy(ResultType type) {
        return this == AS_REPORTED ? type.remedy() : remedy;
    }

    /** Whether a check of the domain shows how it is now. */
    boolean isSeenByACheck(ResultType type) {
        return this == NOT_COVERED || this == NO_HOST || (this == AS_REPORTED && SEEN_BY_A_CHECK.contains(type));
    }
}
