package io.github.mtasts.jakartamail;

/** What to do with a message now (RFC 5321, section 4.2.1). */
public enum DeliveryStatus {
    /** A host took it: remove it from the queue. */
    DELIVERED,
    /** No host has taken it yet: keep it in the queue and try again later. */
    TRANSIENT,
    /** It cannot be delivered: return it to its sender. */
    PERMANENT
}
