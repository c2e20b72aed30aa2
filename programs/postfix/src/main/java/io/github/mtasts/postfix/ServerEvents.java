package io.github.mtasts.postfix;

import java.time.Duration;

/** Hears what the server does; called on its thread, so it must return at once. */
interface ServerEvents {

    /** A request was answered, after this time. */
    void answered(MapProtocol protocol, Answer answer, Duration time);

    /** A client was let go. */
    void refused(Refusal refusal);
}
