package io.github.mtasts.testing;

/** What can go wrong when a name is asked for; the records that were declared stay, and are used where an answer has any. */
public enum DnsFault {
    /** The name does not exist. */
    NXDOMAIN,
    /** The name exists, without a record of the type. */
    NODATA,
    /** The server failed (response code 2). */
    SERVFAIL,
    /** The answer did not validate: response code 2 with the extended error 6, DNSSEC Bogus (RFC 8914). */
    BOGUS,
    /** The server refuses to answer (response code 5). */
    REFUSED,
    /** No answer at all. */
    SILENCE,
    /** Over UDP an empty answer with the TC flag, over TCP the true one. */
    TRUNCATED,
    /** Over UDP first an answer with another id, then one to another question, both of which deny the name; then the true one. */
    WRONG_ID_FIRST,
    /** The name is an alias whose chain comes back to it. */
    CNAME_LOOP,
    /** Of a chain of aliases only the first link is answered, without what stands behind it. */
    CNAME_ALONE,
    /** A query with EDNS is answered with FORMERR, as by a server from before 1999; one without it truly. */
    NO_EDNS,
    /** The id is right, but what follows is not a DNS message. */
    GARBAGE
}
