package io.github.mtasts.sender;

/** What protects a delivery to one MX host. */
public enum HostProtection {
    /** The host has usable TLSA records: DANE applies, whatever the MTA-STS policy says (RFC 7672). */
    DANE,
    /** The MTA-STS policy of the domain applies. */
    MTA_STS,
    /** Neither: use TLS where it is offered. */
    NONE,
    /** A lookup failed, so it is not known whether DANE applies: do not deliver to this host now. */
    UNKNOWN
}
