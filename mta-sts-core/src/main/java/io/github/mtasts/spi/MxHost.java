package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.util.Objects;

/**
 * An MX record (RFC 5321, section 5.1).
 *
 * @param preference 0 to 65535; the lowest is tried first
 * @param exchange the host's name as it stands in the DNS, without the final dot; {@code .} for a null MX (RFC 7505)
 */
public record MxHost(int preference, String exchange) {

    /** Refuses null. */
    public MxHost {
        Objects.requireNonNull(exchange, "exchange");
    }

    /** Preference and host, escaped and bounded. */
    @Override
    public String toString() {
        return preference + " " + RemoteText.escape(exchange);
    }
}
