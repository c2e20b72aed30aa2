package io.github.mtasts.spi;

/** How far an HTTPS GET of a policy came. */
public enum FetchStatus {
    /** A complete HTTP answer, whatever its status code. */
    OK,
    /** The policy host has no address. */
    HOST_NOT_FOUND,
    /** The policy host's address could not be resolved (temporary failure). */
    HOST_LOOKUP_FAILED,
    /** The policy host has only addresses that the fetcher refuses to connect to. */
    BLOCKED_ADDRESS,
    /** Refused or reset, before TLS was up. */
    CONNECT_FAILED,
    /** The certificate has expired. */
    TLS_EXPIRED,
    /** The certificate is not valid yet. */
    TLS_NOT_YET_VALID,
    /** The certificate does not chain to a trusted root. */
    TLS_UNTRUSTED,
    /** The certificate has no DNS-ID for the policy host. */
    TLS_NAME_MISMATCH,
    /** Any other failure of the handshake. */
    TLS_FAILED,
    /** No complete answer within the deadline. */
    TIMED_OUT,
    /** A body over the limit of 64 KiB. */
    TOO_LARGE,
    /** Not HTTP, broken framing, or a truncated body. */
    PROTOCOL_ERROR,
    /**
     * This machine has no way to the policy host: no route, no such protocol family, its own firewall, or no name server to ask.
     * It says nothing about the domain.
     */
    NETWORK_UNREACHABLE,
    /** The fetch was not attempted. */
    NOT_ATTEMPTED
}
