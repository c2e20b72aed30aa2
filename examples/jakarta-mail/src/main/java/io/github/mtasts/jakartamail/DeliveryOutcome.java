package io.github.mtasts.jakartamail;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Objects;

/**
 * The outcome of a delivery.
 *
 * @param status what to do with the message
 * @param attempts the hosts that were tried, in order: all but the last failed; empty when none could be
 * @param detail the reason, human-readable; remote text in it is not escaped
 */
public record DeliveryOutcome(DeliveryStatus status, List<Attempt> attempts, String detail) {

    /** Rejects null, copies the list. */
    public DeliveryOutcome {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(detail, "detail");
        attempts = List.copyOf(attempts);
    }

    static DeliveryOutcome untried(DeliveryStatus status, String detail) {
        return new DeliveryOutcome(status, List.of(), detail);
    }

    /** The outcome of the last try: a transient failure becomes permanent. */
    DeliveryOutcome forGood() {
        return status == DeliveryStatus.TRANSIENT
                ? new DeliveryOutcome(DeliveryStatus.PERMANENT, attempts, detail)
                : this;
    }

    /** The outcome and the attempts, a line each, escaped and bounded. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status.name());
        if (!detail.isEmpty()) {
            text.append(": ").append(RemoteText.escape(detail));
        }
        attempts.forEach(attempt -> text.append("\n  ").append(attempt));
        return text.toString();
    }
}
