package io.github.mtasts.postfix;

/** Why a destination gets its answer. Names are labels of the metrics. */
enum AnswerReason {
    /** The policy in force has mode enforce and covers MX hosts. */
    ENFORCED(Answer.Kind.OK, "the policy in force has mode enforce"),
    /** All MX hosts have usable TLSA records. */
    DANE(Answer.Kind.OK, "all MX hosts have usable TLSA records"),
    /** Some MX hosts have usable TLSA records, and no policy covers the others. */
    PARTLY_DANE(Answer.Kind.OK, "some MX hosts have usable TLSA records"),
    /** Some MX hosts have usable TLSA records, and the policy in force has mode enforce. */
    PARTLY_DANE_ENFORCED(
            Answer.Kind.OK, "the policy in force has mode enforce, and some MX hosts have usable TLSA records"),
    /** No MX host is covered, and Postfix should report that. */
    NONE_COVERED_REPORTED(
            Answer.Kind.OK, "no MX host is covered by the policy: Postfix defers the mail and reports it"),
    /** A subdomain lookup, an address literal, or a host with a port: none of them has a policy. */
    NO_DOMAIN(Answer.Kind.NOTFOUND, "this is not a domain, so it has no policy"),
    /** A Unicode domain that cannot be converted to A-labels here: Postfix may convert it, and must not send in the clear. */
    UNCLEAR_DOMAIN(Answer.Kind.TEMP, "this Unicode domain cannot be converted to A-labels"),
    /** No policy is in force, or one in mode testing or none. */
    NOT_ENFORCED(Answer.Kind.NOTFOUND, "no policy in mode enforce is in force"),
    /** The domain enforces its policy, but its MX records could not be looked up. */
    MX_LOOKUP_FAILED(Answer.Kind.TEMP, "the MX records could not be looked up"),
    /** The domain enforces its policy, which covers none of its MX hosts. */
    NONE_COVERED(Answer.Kind.TEMP, "no MX host is covered by the MTA-STS policy"),
    /** Whether a host has TLSA records could not be determined. */
    DANE_UNKNOWN(Answer.Kind.TEMP, "the TLSA records of an MX host could not be looked up"),
    /** No answer within the time limit. */
    TIMED_OUT(Answer.Kind.TEMP, "the policy was not found in time"),
    /** The server is stopping. */
    STOPPING(Answer.Kind.TEMP, "the server is stopping"),
    /** A bug in this program. */
    FAILED(Answer.Kind.TEMP, "the lookup failed; see the log of the server"),
    /** A request that is not a lookup. */
    NO_LOOKUP(Answer.Kind.PERM, "this is not a lookup");

    private final Answer.Kind kind;
    private final String sentence;

    AnswerReason(Answer.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    Answer.Kind kind() {
        return kind;
    }

    /** For people: printable ASCII, no remote text. */
    String sentence() {
        return sentence;
    }
}
