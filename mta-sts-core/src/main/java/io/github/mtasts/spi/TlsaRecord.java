package io.github.mtasts.spi;

import java.util.HexFormat;
import java.util.Objects;

/**
 * A TLSA record (RFC 6698, section 2.1): which certificate or key a TLS server has.
 *
 * @param usage the certificate usage, 0 to 255; SMTP uses 2 (DANE-TA) and 3 (DANE-EE)
 * @param selector 0 to 255; 0 is the whole certificate, 1 its SubjectPublicKeyInfo
 * @param matchingType 0 to 255; 0 is the octets themselves, 1 their SHA-256, 2 their SHA-512
 * @param data the certificate association data in lower-case hexadecimal
 */
public record TlsaRecord(int usage, int selector, int matchingType, String data) {

    /** Refuses null, and data that is not hexadecimal with {@link IllegalArgumentException}. */
    public TlsaRecord {
        data = HexFormat.of().formatHex(HexFormat.of().parseHex(Objects.requireNonNull(data, "data")));
    }

    /**
     * Whether a mail server can use the record (RFC 7672, section 3.1): usage 2 or 3, a known selector and matching type, and
     * data of the length that the matching type has.
     *
     * @return false for usages 0 and 1, which SMTP does not have, and for values that this library does not know
     */
    public boolean isUsable() {
        return (usage == 2 || usage == 3) && (selector == 0 || selector == 1) && hasLength(data.length() / 2);
    }

    private boolean hasLength(int octets) {
        return switch (matchingType) {
            case 0 -> octets > 0;
            case 1 -> octets == 32;
            case 2 -> octets == 64;
            default -> false;
        };
    }

    /** The record in presentation format, bounded. */
    @Override
    public String toString() {
        return usage + " " + selector + " " + matchingType + " "
                + (data.length() > 128 ? data.substring(0, 128) + "…" : data);
    }
}
