package io.github.mtasts.service.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param key the name of the key that was shown; empty where none is needed
 * @param address where the request comes from
 */
public record Client(Optional<String> key, InetAddress address) {}
