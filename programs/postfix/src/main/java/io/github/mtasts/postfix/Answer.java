package io.github.mtasts.postfix;

/**
 * What Postfix is told of a destination.
 *
 * @param reason why
 * @param text a TLS policy as in {@code smtp_tls_policy_maps} for OK, else a sentence; printable ASCII
 */
record Answer(AnswerReason reason, String text) {

    /** Without a TLS policy. */
    static Answer of(AnswerReason reason) {
        return new Answer(reason, reason.sentence());
    }

    AnswerKind kind() {
        return reason.kind();
    }
}
