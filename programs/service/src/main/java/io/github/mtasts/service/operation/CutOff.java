package io.github.mtasts.service.operation;

import java.util.Locale;

/** Why a connection was closed on a client that holds more than it may. */
public enum CutOff {
    /** Its answers that wait to be read have too many octets. */
    UNREAD_ANSWERS,
    /** It reads an answer too slowly. */
    SLOW_READER,
    /** It sends a request's header too slowly. */
    SLOW_HEADER,
    /** Its address has too many connections. */
    ADDRESS_CONNECTIONS,
    /** There are too many connections in all, and this one had waited longest. */
    ALL_CONNECTIONS;

    /** As the metrics have it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
