package io.github.mtasts.postfix;

/** Why a client was let go. */
enum Refusal {
    /** Too many are connected. */
    TOO_MANY,
    /** It sent what is no request, or a request that is too long. */
    MALFORMED,
    /** It neither asked nor read for too long. */
    SILENT
}
