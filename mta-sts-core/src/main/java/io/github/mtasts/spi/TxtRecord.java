package io.github.mtasts.spi;

import io.github.mtasts.syntax.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A TXT record as it stands on the wire (RFC 1035, section 3.3.14).
 *
 * @param strings its character-strings, unescaped
 */
public record TxtRecord(List<Octets> strings) {

    /** Copies the list. */
    public TxtRecord {
        strings = List.copyOf(strings);
    }

    /**
     * A record of these character-strings.
     *
     * @param strings texts, encoded as UTF-8
     * @return the record
     */
    public static TxtRecord of(String... strings) {
        return new TxtRecord(Arrays.stream(strings).map(Octets::of).toList());
    }

    /**
     * The record's text: the character-strings joined with nothing between (RFC 8461, section 3.1).
     *
     * @return the octets
     */
    public Octets octets() {
        return Octets.ofLatin1(strings.stream().map(Octets::latin1).collect(Collectors.joining()));
    }

    /** The record, escaped and bounded. */
    @Override
    public String toString() {
        return octets().quoted();
    }
}
