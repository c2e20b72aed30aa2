package io.github.mtasts.sender;

/** Why a policy is in force, or none is. Names are API; later releases may add some. */
public enum DecisionReason {
    /** In force: the policy was fetched just now. */
    FETCHED,
    /** In force: the cached policy has not expired. */
    CACHED,
    /** In force: the cached policy has not expired, and the last try to fetch it again failed. */
    CACHED_REFRESH_FAILED,
    /** In force: the operator gave the policy by hand. */
    PINNED,
    /** None: the operator says to skip the domain. */
    SKIPPED,
    /** None: there is no MTA-STS record. */
    NO_RECORD,
    /** None: there is a record, or several, that senders cannot use. */
    RECORD_INVALID,
    /** None: the record could not be looked up, and nothing is cached. */
    RECORD_LOOKUP_FAILED,
    /** None: the policy could not be fetched, and nothing is cached. */
    FETCH_FAILED,
    /** None: what was fetched is no valid policy, and nothing is cached. */
    POLICY_INVALID,
    /** None: the policy had expired by the time it could be applied, for example with a max_age of 0. */
    EXPIRED,
    /**
     * None: this is no domain name, but an address literal for example (RFC 8461, section 3.4). Hosts are refused when it has
     * characters beyond ASCII, since others may read it as a name: ask with A-labels.
     */
    NO_DOMAIN,
    /** None: the sender was closed before it had an answer. Hosts are refused then: the message is for the next process. */
    CLOSED;

    /**
     * Whether a policy is in force.
     *
     * @return true for the first four
     */
    public boolean isInForce() {
        return switch (this) {
            case FETCHED, CACHED, CACHED_REFRESH_FAILED, PINNED -> true;
            case SKIPPED,
                    NO_RECORD,
                    RECORD_INVALID,
                    RECORD_LOOKUP_FAILED,
                    FETCH_FAILED,
                    POLICY_INVALID,
                    EXPIRED,
                    NO_DOMAIN,
                    CLOSED -> false;
        };
    }
}
