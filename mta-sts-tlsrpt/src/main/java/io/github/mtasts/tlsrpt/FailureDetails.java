package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Sessions that failed alike (RFC 8460, section 4.4, {@code failure-details}). An empty text is treated as absent.
 *
 * @param resultType how they failed, as written ({@link #knownType()} interprets it); empty when it is missing
 * @param sendingMtaIp the address from which the sender connected; empty when unknown
 * @param receivingMxHostname the MX host that was tried; empty when the failure is not about a host
 * @param receivingMxHelo the name that the host gave in its greeting; empty when unknown
 * @param receivingIp the address to which the sender connected; empty when unknown
 * @param failedSessions the number of sessions, 0 or more; empty when the report does not say
 * @param additionalInformation usually a URL; empty when there is none
 * @param failureReasonCode an error code or message of the sender's TLS or HTTP library; empty when there is none
 */
public record FailureDetails(
        Optional<String> resultType,
        Optional<String> sendingMtaIp,
        Optional<String> receivingMxHostname,
        Optional<String> receivingMxHelo,
        Optional<String> receivingIp,
        OptionalLong failedSessions,
        Optional<String> additionalInformation,
        Optional<String> failureReasonCode) {

    /** Rejects null, and a negative number with {@link IllegalArgumentException}. */
    public FailureDetails {
        resultType = present(resultType);
        sendingMtaIp = present(sendingMtaIp);
        receivingMxHostname = present(receivingMxHostname);
        receivingMxHelo = present(receivingMxHelo);
        receivingIp = present(receivingIp);
        additionalInformation = present(additionalInformation);
        failureReasonCode = present(failureReasonCode);
        if (failedSessions.orElse(0) < 0) {
            throw new IllegalArgumentException("negative number of sessions: " + failedSessions.orElse(0));
        }
    }

    /**
     * The result type, if RFC 8460, section 4.3 defines it; case is ignored.
     *
     * @return empty when it is missing or unknown
     */
    public Optional<ResultType> knownType() {
        return resultType.flatMap(FailureDetails::known);
    }

    static Optional<ResultType> known(String text) {
        return Arrays.stream(ResultType.values())
                .filter(type -> type.text().equalsIgnoreCase(text))
                .findFirst();
    }

    FailureDetails withFailedSessions(long sessions) {
        return new FailureDetails(
                resultType,
                sendingMtaIp,
                receivingMxHostname,
                receivingMxHelo,
                receivingIp,
                OptionalLong.of(sessions),
                additionalInformation,
                failureReasonCode);
    }

    /** Number, type and host, escaped and bounded. */
    @Override
    public String toString() {
        return ReportedPolicy.shown(failedSessions) + " "
                + resultType.map(RemoteText::escape).orElse("?")
                + receivingMxHostname.map(host -> " " + RemoteText.escape(host)).orElse("");
    }

    private static Optional<String> present(Optional<String> text) {
        return text.filter(Predicate.not(String::isEmpty));
    }
}
