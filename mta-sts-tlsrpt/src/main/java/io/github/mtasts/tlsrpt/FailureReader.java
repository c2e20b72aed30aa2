package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.ResultType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code failure-details} (RFC 8460, section 4.4). */
final class FailureReader {

    /** §4.3.1: a session with an MX host was tried. */
    private static final Set<ResultType> OF_A_SESSION = EnumSet.of(
            ResultType.STARTTLS_NOT_SUPPORTED,
            ResultType.CERTIFICATE_HOST_MISMATCH,
            ResultType.CERTIFICATE_EXPIRED,
            ResultType.CERTIFICATE_NOT_TRUSTED,
            ResultType.VALIDATION_FAILURE);

    /** §4.3.2.2: no MTA-STS policy could be retrieved. */
    private static final Set<ResultType> OF_THE_POLICY =
            EnumSet.of(ResultType.STS_POLICY_FETCH_ERROR, ResultType.STS_POLICY_INVALID, ResultType.STS_WEBPKI_INVALID);

    private final JsonObject failure;

    FailureReader(JsonObject failure) {
        this.failure = failure;
    }

    static boolean isAboutThePolicy(FailureDetails details) {
        return details.knownType().filter(OF_THE_POLICY::contains).isPresent();
    }

    FailureDetails read() {
        FailureDetails details = new FailureDetails(
                type(),
                failure.optional("sending-mta-ip"),
                failure.optional("receiving-mx-hostname"),
                failure.optional("receiving-mx-helo"),
                failure.optional("receiving-ip"),
                failure.count("failed-session-count"),
                failure.optional("additional-information"),
                failure.optional(failure.named("failure-reason-code", "failure-error-code")));
        if (details.knownType().filter(OF_A_SESSION::contains).isPresent()) {
            noteMissing("sending-mta-ip", details.sendingMtaIp());
            noteMissing("receiving-mx-hostname", details.receivingMxHostname());
        }
        failure.noteUnknown();
        return details;
    }

    private Optional<String> type() {
        Optional<String> type = failure.expected("result-type");
        ResultType known = type.flatMap(FailureDetails::known).orElse(null);
        if (known == null) {
            type.ifPresent(text -> failure.add(
                    DeviationCode.REPORT_RESULT_TYPE_UNKNOWN, "result-type", "is not a result type of RFC 8460"));
        } else if (!type.equals(Optional.of(known.text()))) {
            failure.add(DeviationCode.REPORT_LETTER_CASE, "result-type", "is not in lower case");
        }
        return type;
    }

    private void noteMissing(String name, Optional<String> text) {
        if (text.isEmpty()) {
            failure.missing(name);
        }
    }
}
