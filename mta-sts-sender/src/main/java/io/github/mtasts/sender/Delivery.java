package io.github.mtasts.sender;

/** What a policy says of a delivery to one MX host (RFC 8461, section 5). */
public enum Delivery {
    /** Nothing stands against it. */
    DELIVER,
    /** The host fails a policy in testing mode: deliver all the same, the failure is reported. */
    DELIVER_AND_REPORT,
    /** The host fails an enforced policy: do not deliver to it, try the next one; the failure is transient. */
    DO_NOT_DELIVER
}
