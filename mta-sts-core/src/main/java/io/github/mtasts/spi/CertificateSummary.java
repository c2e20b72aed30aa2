package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the policy host's certificate says, even when the handshake was refused because of it.
 *
 * @param notBefore the start of its lifetime; empty when unknown
 * @param notAfter the end of its lifetime; empty when unknown
 * @param issuer the issuer's distinguished name (RFC 2253); empty when unknown
 * @param names its DNS-IDs: the dNSName entries of subjectAltName, never the CN; empty when it has none
 */
public record CertificateSummary(
        Optional<Instant> notBefore, Optional<Instant> notAfter, Optional<String> issuer, List<String> names) {

    /** Refuses null, copies the list. */
    public CertificateSummary {
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(notAfter, "notAfter");
        Objects.requireNonNull(issuer, "issuer");
        names = List.copyOf(Objects.requireNonNull(names, "names"));
    }

    /** The certificate, escaped and bounded. */
    @Override
    public String toString() {
        return "CertificateSummary[names [" + RemoteText.list(names) + "], "
                + notBefore.map(Instant::toString).orElse("?")
                + " to " + notAfter.map(Instant::toString).orElse("?") + ", issuer "
                + RemoteText.escape(issuer.orElse("?")) + "]";
    }
}
