package io.github.mtasts.http;

import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.net.InetAddress;
import java.util.Optional;

/**
 * How an attempt at one address ended.
 *
 * @param secured whether the handshake succeeded: then the request is never sent to another address
 * @param outcome without aliases and addresses
 * @param certificate what the certificate says; empty when none was seen
 */
record Tried(InetAddress address, boolean secured, PolicyResponse outcome, Optional<CertificateSummary> certificate) {

    /** How much it says about the policy host: a faulty certificate says more than an address that cannot be reached from here. */
    int weight() {
        FetchStatus status = outcome.status();
        return switch (status) {
            case BLOCKED_ADDRESS, NETWORK_UNREACHABLE -> 0;
            case CONNECT_FAILED -> 1;
            case TIMED_OUT -> secured ? 5 : 2;
            case TLS_FAILED -> 3;
            case TLS_EXPIRED, TLS_NOT_YET_VALID, TLS_UNTRUSTED, TLS_NAME_MISMATCH -> 4;
            default -> 5;
        };
    }

    /** The outcome, in these words. */
    PolicyResponse described(String detail) {
        PolicyResponse.Builder response = outcome.toBuilder().detail(detail);
        certificate.ifPresent(response::certificate);
        return response.build();
    }

    FetchAttempt attempt() {
        return new FetchAttempt(address.getHostAddress(), outcome.status(), outcome.detail());
    }

    /** Human-readable. */
    @Override
    public String toString() {
        String detail = outcome.detail().isEmpty() ? "answered" : outcome.detail();
        return address.getHostAddress() + ": " + detail;
    }
}
