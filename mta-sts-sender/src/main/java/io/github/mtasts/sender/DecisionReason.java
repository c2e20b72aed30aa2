package io.github.mtasts.sender;

/** Why a policy is in force, or none is. Names are API; later releases may add some. */
public enum DecisionReason {
    /** In force: the policy was fetched just now. */
    FETCHED(true),
    /** In force: the cached policy has not expired. */
    CACHED(true),
    /** In force: the cached policy has not expired, although the last attempt to fetch it again failed. */
    CACHED_REFRESH_FAILED(true),
    /** In force: the operator pinned the policy. */
    PINNED(true),
    /** None: the operator skips the domain. */
    SKIPPED(false),
    /** None: there is no MTA-STS record. */
    NO_RECORD(false),
    /** None: there is a record that senders cannot use, or more than one. */
    RECORD_INVALID(false),
    /** None: the record could not be looked up, and nothing is cached. */
    RECORD_LOOKUP_FAILED(false),
    /** None: the policy could not be fetched, and nothing is cached. */
    FETCH_FAILED(false),
    /** None: what was fetched is not a valid policy, and nothing is cached. */
    POLICY_INVALID(false),
    /** None: the policy expired before it could be applied, for example because its max_age is 0. */
    EXPIRED(false),
    /**
     * None: this is not a domain name but, for example, an address literal (RFC 8461, section 3.4). If it has characters
     * outside ASCII, hosts are refused, since others may read it as a name: use A-labels.
     */
    NO_DOMAIN(false),
    /** None: the sender was closed before it had an answer. Hosts are refused; leave the message queued for the next start. */
    CLOSED(false);

    private final boolean inForce;

    DecisionReason(boolean inForce) {
        this.inForce = inForce;
    }

    /**
     * Whether a policy is in force.
     *
     * @return true for {@link #FETCHED}, {@link #CACHED}, {@link #CACHED_REFRESH_FAILED} and {@link #PINNED}
     */
    public boolean isInForce() {
        return inForce;
    }
}
