package io.github.mtasts.postfix;

import java.time.Duration;

/**
 * What a client may cost.
 *
 * @param requestOctets the longest request
 * @param clients how many are connected at once; who comes later is sent away
 * @param waiting how many requests of one client wait for their turn before it is read no further
 * @param silence how long a client may take for its next request, or to read a reply
 * @param answer how long an answer may take
 */
record Limits(int requestOctets, int clients, int waiting, Duration silence, Duration answer) {

    /** Postfix itself drops a socketmap connection after 100 seconds. */
    static Limits standard(Duration answer) {
        return new Limits(1024, 2000, 16, Duration.ofSeconds(100), answer);
    }
}
