package io.github.mtasts;

/** What can be recommended, in the order in which to act. Minor releases add some. */
public enum Advice {
    /** Mend the web server or the certificate of the policy host. */
    FIX_POLICY_HOST,
    /** Publish a first policy, in mode testing. */
    PUBLISH_POLICY,
    /** Replace the policy by its repaired text. */
    FIX_POLICY,
    /** Add mx lines for the MX hosts that are not covered. */
    ADD_MX_PATTERNS,
    /** Raise max_age. */
    RAISE_MAX_AGE,
    /** Go from mode testing to mode enforce. */
    MOVE_TO_ENFORCE,
    /** Publish a TLSRPT record, so that senders report failures. */
    PUBLISH_TLS_RPT,
    /** Replace the TLSRPT record by its repaired text. */
    FIX_TLS_RPT,
    /** Publish the MTA-STS record. */
    PUBLISH_RECORD,
    /** Replace the MTA-STS record by its repaired text. */
    FIX_RECORD,
    /** Change the policy first, and the record's id second. */
    UPDATE_ORDER,
    /** Remove patterns of hosts that are gone. */
    REMOVE_MX_PATTERNS,
    /** Keep mode none published until caches have forgotten the policy before it. */
    RETIRE_SAFELY
}
