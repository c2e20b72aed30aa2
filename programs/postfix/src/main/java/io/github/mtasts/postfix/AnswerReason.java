package io.github.mtasts.postfix;

/** Why a destination gets its answer. Names are labels of the metrics. */
enum AnswerReason {
    /** The policy in force has mode enforce, and covers MX hosts. */
    ENFORCED(AnswerKind.OK, "the policy in force has mode enforce"),
    /** All MX hosts have usable TLSA records. */
    DANE(AnswerKind.OK, "all MX hosts have usable TLSA records"),
    /** Some MX hosts have usable TLSA records, and no policy speaks for the others. */
    PARTLY_DANE(AnswerKind.OK, "some MX hosts have usable TLSA records"),
    /** Some MX hosts have usable TLSA records, and the policy in force has mode enforce. */
    PARTLY_DANE_ENFORCED(
            AnswerKind.OK, "the policy in force has mode enforce, and some MX hosts have usable TLSA records"),
    /** No MX host is covered, and Postfix is to report that. */
    NONE_COVERED_REPORTED(AnswerKind.OK, "no MX host is covered by the policy: Postfix defers the mail and reports it"),
    /** A subdomain look-up, an address literal, a host with a port: nothing that has a policy. */
    NO_DOMAIN(AnswerKind.NOTFOUND, "this is no domain, so there is no policy"),
    /** A domain in Unicode of which no A-labels can be made: Postfix may know better, and must not send in the clear. */
    UNCLEAR_DOMAIN(AnswerKind.TEMP, "this domain in Unicode has no A-labels that are known here"),
    /** No policy is in force, or one in mode testing or none. */
    NOT_ENFORCED(AnswerKind.NOTFOUND, "no policy in mode enforce is in force"),
    /** The domain enforces its policy, and its MX records could not be looked up. */
    MX_LOOKUP_FAILED(AnswerKind.TEMP, "the MX records could not be looked up"),
    /** The domain enforces its policy, which covers none of its MX hosts. */
    NONE_COVERED(AnswerKind.TEMP, "no MX host is covered by the MTA-STS policy"),
    /** Whether a host has TLSA records could not be found out. */
    DANE_UNKNOWN(AnswerKind.TEMP, "the TLSA records of an MX host could not be looked up"),
    /** No answer within the time that one may take. */
    TIMED_OUT(AnswerKind.TEMP, "the policy was not found in time"),
    /** The server ends. */
    STOPPING(AnswerKind.TEMP, "the server is stopping"),
    /** A bug of this program. */
    FAILED(AnswerKind.TEMP, "the look-up failed, see the log of the server"),
    /** A request that is no look-up. */
    NO_LOOKUP(AnswerKind.PERM, "this is no look-up");

    private final AnswerKind kind;
    private final String sentence;

    AnswerReason(AnswerKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    AnswerKind kind() {
        return kind;
    }

    /** For people: printable ASCII, no remote text. */
    String sentence() {
        return sentence;
    }
}
