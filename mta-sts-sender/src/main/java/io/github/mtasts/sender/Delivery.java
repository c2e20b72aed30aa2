package io.github.mtasts.sender;

/** What a policy says of a delivery to one MX host (RFC 8461, section 5). */
public enum Delivery {
    /** Deliver. */
    DELIVER,
    /** The host fails a policy in testing mode: deliver anyway; the failure is reported. */
    DELIVER_AND_REPORT,
    /** The host fails an enforced policy: do not deliver to it, try the next host; the failure is transient. */
    DO_NOT_DELIVER
}
