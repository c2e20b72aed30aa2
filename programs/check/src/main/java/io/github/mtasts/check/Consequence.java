package io.github.mtasts.check;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.tlsrpt.FailureDetails;
import io.github.mtasts.tlsrpt.ReportedPolicy;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether senders deliver although sessions failed: the mode decides, and what it was that failed. */
enum Consequence {
    NOT_SAID(""),
    DELIVERED("; senders deliver anyway"),
    /** RFC 8461, section 5. */
    NOT_DELIVERED("; senders do not deliver in such a session"),
    /** Some of the sessions, or all, may have failed for something else. */
    NOT_DELIVERED_WITHOUT_TLS("; senders do not deliver where TLS with the MX host failed"),
    /** RFC 8461, section 3.3: without a policy, senders deliver as though there were none. */
    POLICY_NOT_HAD("; a sender that has no earlier policy cached delivers anyway");

    private static final Set<ResultType> OF_THE_HOST = EnumSet.of(
            ResultType.STARTTLS_NOT_SUPPORTED,
            ResultType.CERTIFICATE_HOST_MISMATCH,
            ResultType.CERTIFICATE_EXPIRED,
            ResultType.CERTIFICATE_NOT_TRUSTED,
            ResultType.VALIDATION_FAILURE);

    private static final Set<ResultType> OF_THE_POLICY =
            EnumSet.of(ResultType.STS_POLICY_FETCH_ERROR, ResultType.STS_POLICY_INVALID, ResultType.STS_WEBPKI_INVALID);

    /** DANE takes precedence over the mode of a policy (RFC 8461, section 2). */
    private static final Set<ResultType> OF_DANE =
            EnumSet.of(ResultType.TLSA_INVALID, ResultType.DNSSEC_INVALID, ResultType.DANE_REQUIRED);

    private final String words;

    Consequence(String words) {
        this.words = words;
    }

    /** Continues a clause about the number of failed sessions. */
    String words() {
        return words;
    }

    static Consequence of(ReportedPolicy policy, AppliedPolicy applied) {
        PolicyMode mode = applied.mode().orElse(PolicyMode.NONE);
        if (policy.failedSessions().orElse(0) == 0 || mode == PolicyMode.NONE || !applied.limitsHosts()) {
            return NOT_SAID;
        }
        List<Optional<ResultType>> types = policy.failureDetails().stream()
                .map(FailureDetails::knownType)
                .distinct()
                .toList();
        if (mode == PolicyMode.TESTING) {
            return types.stream().flatMap(Optional::stream).anyMatch(OF_DANE::contains) ? NOT_SAID : DELIVERED;
        }
        if (areAll(types, OF_THE_HOST)) {
            return NOT_DELIVERED;
        }
        return areAll(types, OF_THE_POLICY) ? POLICY_NOT_HAD : NOT_DELIVERED_WITHOUT_TLS;
    }

    private static boolean areAll(Collection<Optional<ResultType>> types, Set<ResultType> some) {
        return !types.isEmpty()
                && types.stream().allMatch(type -> type.filter(some::contains).isPresent());
    }
}
