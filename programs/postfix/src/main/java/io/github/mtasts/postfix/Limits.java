package io.github.mtasts.postfix;

import java.time.Duration;

/**
 * Limits for each client.
 *
 * @param requestOctets the longest request
 * @param clients how many may be connected at once; others are refused
 * @param waiting how many requests of one client may wait before the server stops reading from it
 * @param silence how long a client may take to send its next request, or to read a reply
 * @param answer how long an answer may take
 */
record Limits(int requestOctets, int clients, int waiting, Duration silence, Duration answer) {

    /** Postfix itself drops a socketmap connection after 100 seconds. */
    static Limits standard(Duration answer) {
        return new Limits(1024, 2000, 16, Duration.ofSeconds(100), answer);
    }
}
