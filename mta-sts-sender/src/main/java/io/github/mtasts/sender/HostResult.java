package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of judging an MX host.
 *
 * @param delivery whether the message may go to this host
 * @param resultType how the host fails (RFC 8460, section 4.3); empty when it does not, and when it is not known whether there
 *     is a policy
 * @param detail for people: what exactly is wrong, with remote text unescaped; empty when nothing is
 */
public record HostResult(Delivery delivery, Optional<ResultType> resultType, String detail) {

    /** Rejects null. */
    public HostResult {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(resultType, "resultType");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * Whether the message may go to this host.
     *
     * @return false for {@link Delivery#DO_NOT_DELIVER}
     */
    public boolean mayDeliver() {
        return delivery != Delivery.DO_NOT_DELIVER;
    }

    /** The result, escaped and bounded. */
    @Override
    public String toString() {
        return delivery
                + resultType.map(type -> " " + type.text()).orElse("")
                + (detail.isEmpty() ? "" : ": " + RemoteText.escape(detail));
    }
}
