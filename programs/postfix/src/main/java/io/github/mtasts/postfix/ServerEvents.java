package io.github.mtasts.postfix;

import java.time.Duration;

/** Reports what the server does. Called on its thread, so an implementation must return at once. */
interface ServerEvents {

    /** A request was answered, in this time. */
    void answered(MapProtocol protocol, Answer answer, Duration time);

    /** A client was disconnected. */
    void refused(Refusal refusal);

    /** Why a client was disconnected. */
    enum Refusal {
        /** Too many are connected. */
        TOO_MANY,
        /** It sent something that is not a request, or a request that is too long. */
        MALFORMED,
        /** It neither sent a request nor read a reply for too long. */
        SILENT
    }
}
