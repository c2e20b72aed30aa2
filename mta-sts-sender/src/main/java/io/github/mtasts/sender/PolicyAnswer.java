package io.github.mtasts.sender;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.StsPolicy;
import java.util.Optional;

/**
 * What the response of a policy host comes to for a sender (RFC 8461, sections 3.2 and 3.3).
 *
 * @param policy the valid policy
 * @param text the body; empty without one
 * @param reason {@link DecisionReason#FETCHED}, {@link DecisionReason#FETCH_FAILED} or
 *     {@link DecisionReason#POLICY_INVALID}
 * @param resultType how the failure is reported; empty with a policy
 * @param detail for people; empty with a policy
 */
record PolicyAnswer(
        Optional<StsPolicy> policy,
        Octets text,
        DecisionReason reason,
        Optional<ResultType> resultType,
        String detail) {

    private static final Octets NOTHING = Octets.of("");

    static PolicyAnswer of(PolicyResponse response) {
        return switch (response.status()) {
            case OK -> answered(response);
            // RFC 8460 §4.3.2: the certificate of the policy host does not validate
            case TLS_EXPIRED, TLS_NOT_YET_VALID, TLS_UNTRUSTED, TLS_NAME_MISMATCH ->
                failed(ResultType.STS_WEBPKI_INVALID, detail(response));
            case HOST_NOT_FOUND,
                    HOST_LOOKUP_FAILED,
                    BLOCKED_ADDRESS,
                    CONNECT_FAILED,
                    TLS_FAILED,
                    TIMED_OUT,
                    TOO_LARGE,
                    PROTOCOL_ERROR,
                    NETWORK_UNREACHABLE,
                    NOT_ATTEMPTED -> failed(ResultType.STS_POLICY_FETCH_ERROR, detail(response));
        };
    }

    private static PolicyAnswer answered(PolicyResponse response) {
        // §3.3: only status 200 gives a policy
        int status = response.httpStatus().orElse(0);
        if (status != 200) {
            return failed(ResultType.STS_POLICY_FETCH_ERROR, "HTTP status " + status);
        }
        // §3.2: senders validate that the media type is text/plain
        String mediaType = response.contentType().orElse("");
        if (!isPlainText(mediaType)) {
            return invalid("the media type is not text/plain but " + (mediaType.isEmpty() ? "missing" : mediaType));
        }
        Octets body = response.body().orElse(NOTHING);
        Parsed<StsPolicy> parsed = StsPolicy.parse(body);
        return parsed.value()
                .map(policy ->
                        new PolicyAnswer(Optional.of(policy), body, DecisionReason.FETCHED, Optional.empty(), ""))
                .orElseGet(() -> invalid(parsed.issues().stream()
                        .filter(issue -> issue.severity() == Severity.ERROR)
                        .findFirst()
                        .map(Issue::message)
                        .orElse("")));
    }

    private static boolean isPlainText(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String type = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
        return type.strip().equalsIgnoreCase("text/plain");
    }

    private static PolicyAnswer failed(ResultType type, String detail) {
        return new PolicyAnswer(Optional.empty(), NOTHING, DecisionReason.FETCH_FAILED, Optional.of(type), detail);
    }

    private static PolicyAnswer invalid(String detail) {
        return new PolicyAnswer(
                Optional.empty(),
                NOTHING,
                DecisionReason.POLICY_INVALID,
                Optional.of(ResultType.STS_POLICY_INVALID),
                detail);
    }

    private static String detail(PolicyResponse response) {
        return response.status() + (response.detail().isEmpty() ? "" : ": " + response.detail());
    }
}
