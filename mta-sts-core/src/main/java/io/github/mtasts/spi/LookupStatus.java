package io.github.mtasts.spi;

/** How a DNS lookup ended. */
public enum LookupStatus {
    /** At least one record of the type. */
    FOUND,
    /** The name exists, without a record of the type (NODATA). */
    NO_RECORDS,
    /** The name does not exist (NXDOMAIN). */
    NO_SUCH_NAME,
    /** SERVFAIL, REFUSED, a CNAME loop, a broken answer: nothing is known, least of all absence. */
    SERVER_FAILURE,
    /** No answer within the deadline. */
    TIMED_OUT,
    /** No name server of this machine could be reached, or each refused the connection: our own trouble, not the domain's. */
    RESOLVER_UNREACHABLE,
    /** The lookup was not attempted. */
    NOT_ATTEMPTED
}
