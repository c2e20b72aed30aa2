package io.github.mtasts.spi;

import io.github.mtasts.issue.RemoteText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A TXT record as it stands on the wire (RFC 1035, section 3.3.14).
 *
 * @param strings its character-strings, one character an octet (ISO-8859-1), unescaped
 */
public record TxtRecord(List<String> strings) {

    /** Copies the list. */
    public TxtRecord {
        strings = List.copyOf(strings);
    }

    /**
     * A record of these character-strings.
     *
     * @param strings one character an octet
     * @return the record
     */
    public static TxtRecord of(String... strings) {
        return new TxtRecord(List.of(strings));
    }

    /**
     * The character-strings joined with nothing between (RFC 8461, section 3.1).
     *
     * @return the octets
     */
    public byte[] octets() {
        return String.join("", strings).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The record, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.quote(String.join("", strings));
    }
}
