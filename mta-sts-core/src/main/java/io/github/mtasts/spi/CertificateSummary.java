package io.github.mtasts.spi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.json.MapReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * The certificate for a JSON library.
     *
     * @return {@code not_before, not_after, issuer, names}; null where there is none
     */
    @JsonValue
    @SuppressWarnings("exports") // annotations are for tools
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("not_before", notBefore.map(Instant::toString).orElse(null));
        map.put("not_after", notAfter.map(Instant::toString).orElse(null));
        map.put("issuer", issuer.orElse(null));
        map.put("names", names);
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote. Missing keys are null, unknown keys are ignored.
     *
     * @param map as a JSON library reads it
     * @return the certificate
     * @throws IllegalArgumentException when the map is not a certificate; the message names the path
     */
    @JsonCreator
    @SuppressWarnings("exports") // annotations are for tools
    public static CertificateSummary fromMap(Map<?, ?> map) {
        MapReader reader = new MapReader(map);
        return new CertificateSummary(
                reader.instant("not_before"),
                reader.instant("not_after"),
                reader.text("issuer"),
                reader.texts("names"));
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
