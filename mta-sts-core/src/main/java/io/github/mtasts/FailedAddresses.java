package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.FetchAttempt;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.util.List;
import java.util.Optional;

/** Addresses of the policy host that fail in another way than the fetch: senders may pick any, and not all try the next one. */
final class FailedAddresses {

    private static final String EVERYWHERE = "Serve the policy at every address of the policy host.";

    private FailedAddresses() {}

    static Optional<Issue> judge(String host, PolicyResponse response) {
        List<String> failed = response.attempts().stream()
                .filter(attempt -> isTheirs(attempt.status()) && attempt.status() != response.status())
                .map(attempt -> attempt.address() + " (" + why(attempt) + ")")
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        boolean one = failed.size() == 1;
        boolean served =
                response.status() == FetchStatus.OK && response.httpStatus().equals(Optional.of(200));
        Issue issue = Issue.of(
                IssueCode.FETCH_ADDRESS_FAILED,
                served
                        ? host + " answered at another address, but not at " + RemoteText.list(failed)
                                + ": a sender that picks " + (one ? "that address" : "one of those addresses")
                                + " sees no policy."
                        : (one ? "Another address of " : "Other addresses of ") + host
                                + (one ? " fails too: " : " fail too: ") + RemoteText.list(failed) + ".");
        return Optional.of(served ? issue : issue.withRemedy(EVERYWHERE));
    }

    /** A failure that the domain can mend. */
    private static boolean isTheirs(FetchStatus status) {
        return status != FetchStatus.OK
                && status != FetchStatus.NETWORK_UNREACHABLE
                && status != FetchStatus.NOT_ATTEMPTED;
    }

    private static String why(FetchAttempt attempt) {
        if (!attempt.detail().isEmpty()) {
            return attempt.detail();
        }
        return switch (attempt.status()) {
            case OK, NOT_ATTEMPTED, NETWORK_UNREACHABLE -> "not tried";
            case HOST_NOT_FOUND, HOST_LOOKUP_FAILED -> "no address";
            case BLOCKED_ADDRESS -> "not a public address";
            case CONNECT_FAILED -> "no connection";
            case TLS_EXPIRED -> "an expired certificate";
            case TLS_NOT_YET_VALID -> "a certificate that is not valid yet";
            case TLS_UNTRUSTED -> "a certificate that is not trusted";
            case TLS_NAME_MISMATCH -> "a certificate for another name";
            case TLS_FAILED -> "no TLS handshake";
            case TIMED_OUT -> "no complete response in time";
            case TOO_LARGE -> "a response over 64 KiB";
            case PROTOCOL_ERROR -> "no valid HTTP";
        };
    }
}
