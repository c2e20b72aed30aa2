package io.github.mtasts;

/** The kinds of advice, in the order in which to act. Names are API: none is ever renamed, and minor releases add some. */
public enum Advice {
    CHECK_AGAIN("Check again: something could not be seen, and nothing is to be published on a guess."),
    FIX_MX_RECORD("Correct the domain's MX record."),
    FIX_POLICY_HOST("Fix the web server or the certificate of the policy host."),
    PUBLISH_POLICY("Put back the policy that is gone, or publish a first one, in mode testing."),
    FIX_POLICY("Replace the policy with its repaired text."),
    RAISE_MAX_AGE("Raise max_age."),
    ADD_MX_PATTERNS("If the MX hosts that the policy does not cover are yours, add mx lines for them."),
    MOVE_TO_ENFORCE("Move from mode testing to mode enforce."),
    PUBLISH_TLS_RPT("Publish a TLSRPT record, so that senders report failures."),
    FIX_TLS_RPT("Replace the TLSRPT record with its repaired text."),
    PUBLISH_RECORD("Publish the MTA-STS record."),
    FIX_RECORD("Replace the MTA-STS record with its repaired text."),
    UPDATE_ORDER("Publish the policy first, then change the record's id."),
    REMOVE_MX_PATTERNS("Patterns that match no current MX host can go once their hosts are gone for good."),
    RETIRE_SAFELY("Keep mode none published until no sender caches an earlier policy.");

    private final String meaning;

    Advice(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What to do.
     *
     * @return one sentence; {@link Recommendation#message()} says it with the domain's own values
     */
    public String meaning() {
        return meaning;
    }
}
