package io.github.mtasts.postfix;

import java.util.Optional;

/**
 * One request of a client.
 *
 * @param protocol in which it came, and is answered
 * @param key what is looked up, one character an octet; empty when this is no look-up
 */
record Request(MapProtocol protocol, Optional<String> key) {}
