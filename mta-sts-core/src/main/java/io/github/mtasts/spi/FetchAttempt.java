package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.util.Objects;

/**
 * What became of one address of a policy host.
 *
 * @param address as text, without the host's name
 * @param status how far the fetch came there; {@link FetchStatus#BLOCKED_ADDRESS} where no connection was attempted
 * @param detail human-readable: what exactly went wrong; empty when the status says it all
 */
public record FetchAttempt(String address, FetchStatus status, String detail) {

    /** Refuses null. */
    public FetchAttempt {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
    }

    /** Address, status and detail, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(address) + " " + status + (detail.isEmpty() ? "" : " " + RemoteText.escape(detail));
    }
}
