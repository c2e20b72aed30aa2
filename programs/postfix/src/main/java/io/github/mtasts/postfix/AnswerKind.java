package io.github.mtasts.postfix;

/** What an answer is to Postfix, by the names of socketmap_table(5). */
enum AnswerKind {
    /** A TLS policy. */
    OK,
    /** Postfix goes on with its own default. */
    NOTFOUND,
    /** Postfix defers the mail. */
    TEMP,
    /** Postfix defers the mail: the request was wrong. */
    PERM
}
