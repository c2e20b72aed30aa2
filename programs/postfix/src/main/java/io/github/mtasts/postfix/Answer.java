package io.github.mtasts.postfix;

/**
 * The answer to Postfix about a destination.
 *
 * @param reason why
 * @param text a TLS policy as in {@code smtp_tls_policy_maps} for OK, else a sentence; printable ASCII
 */
record Answer(AnswerReason reason, String text) {

    /** Without a TLS policy. */
    static Answer of(AnswerReason reason) {
        return new Answer(reason, reason.sentence());
    }

    Kind kind() {
        return reason.kind();
    }

    /** What an answer means to Postfix, by the names of socketmap_table(5). */
    enum Kind {
        /** A TLS policy. */
        OK,
        /** Postfix applies its own default. */
        NOTFOUND,
        /** Postfix defers the mail. */
        TEMP,
        /** Postfix defers the mail: the request was invalid. */
        PERM
    }
}
