package io.github.mtasts.sender;

/** What protects a delivery to one MX host. */
public enum HostProtection {
    /** The host has usable TLSA records: DANE counts, whatever the MTA-STS policy says (RFC 7672). */
    DANE,
    /** The MTA-STS policy of the domain counts. */
    MTA_STS,
    /** Neither: TLS where it is offered. */
    NONE,
    /** Whether there is DANE cannot be known for now: do not deliver to this host now. */
    UNKNOWN
}
