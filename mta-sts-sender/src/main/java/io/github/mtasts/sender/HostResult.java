package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of holding an MX host against a decision.
 *
 * @param delivery whether the message may go to this host
 * @param resultType how the host fails the policy (RFC 8460, section 4.3); empty when it does not, and when
 *     whether there is a policy was not found out
 * @param detail for people: what exactly is wrong, remote text in it not escaped; empty when nothing is
 */
public record HostResult(Delivery delivery, Optional<ResultType> resultType, String detail) {

    /** Refuses null. */
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
