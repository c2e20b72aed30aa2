package io.github.mtasts.sender;

import io.github.mtasts.issue.RemoteText;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Connection details for reports, besides the policy and the MX host (RFC 8460, section 4.4).
 *
 * @param sendingMtaIp the address from which the sender connected; empty when unknown
 * @param receivingIp the address to which it connected; empty when unknown
 * @param receivingMxHelo the host's name for itself in its greeting; empty when unknown
 */
public record MxConnection(
        Optional<String> sendingMtaIp, Optional<String> receivingIp, Optional<String> receivingMxHelo) {

    /** Nothing is known yet. */
    public static final MxConnection UNKNOWN = new MxConnection(Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects null. */
    public MxConnection {
        Objects.requireNonNull(sendingMtaIp, "sendingMtaIp");
        Objects.requireNonNull(receivingIp, "receivingIp");
        Objects.requireNonNull(receivingMxHelo, "receivingMxHelo");
    }

    /**
     * A connection between two addresses.
     *
     * @param sending the sender's own, as from {@code Socket.getLocalAddress()}
     * @param receiving the MX host's, as from {@code Socket.getInetAddress()}
     * @return the connection, before the greeting
     */
    public static MxConnection between(InetAddress sending, InetAddress receiving) {
        return new MxConnection(
                Optional.of(Objects.requireNonNull(sending, "sending").getHostAddress()),
                Optional.of(Objects.requireNonNull(receiving, "receiving").getHostAddress()),
                Optional.empty());
    }

    /**
     * The same connection with the host's name for itself.
     *
     * @param name as in the greeting or in the reply to EHLO
     * @return a copy
     */
    public MxConnection greetedAs(String name) {
        return new MxConnection(sendingMtaIp, receivingIp, Optional.of(Objects.requireNonNull(name, "name")));
    }

    /** The addresses and the name, escaped and bounded. */
    @Override
    public String toString() {
        return sendingMtaIp.orElse("?") + " to " + receivingIp.orElse("?")
                + receivingMxHelo
                        .map(name -> " (" + RemoteText.escape(name) + ")")
                        .orElse("");
    }
}
