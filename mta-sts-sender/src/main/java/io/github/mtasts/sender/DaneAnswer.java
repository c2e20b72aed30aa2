package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TlsaRecord;
import java.util.List;
import java.util.Optional;

/**
 * What the lookup of an MX host's TLSA records comes to (RFC 7672, section 2.2).
 *
 * @param isUnknown whether a lookup failed, so that nothing is known
 * @param tlsa the usable TLSA records; with one or more, DANE applies
 * @param base the host at whose name they are: the MX host, or what it is an alias of; empty without them
 * @param requiresTls whether mail must not go there in the clear
 * @param failure how it is reported that nothing is known; empty when it is our own fault
 * @param detail why, for people
 */
record DaneAnswer(
        boolean isUnknown,
        List<TlsaRecord> tlsa,
        String base,
        boolean requiresTls,
        Optional<ResultType> failure,
        String detail) {

    /** DANE is not looked for. */
    static final DaneAnswer OFF = none("DANE is not looked for");

    static DaneAnswer found(List<TlsaRecord> usable, String base, String why) {
        return new DaneAnswer(false, usable, base, true, Optional.empty(), why);
    }

    static DaneAnswer none(String why) {
        return new DaneAnswer(false, List.of(), "", false, Optional.empty(), why);
    }

    /** RFC 7672, section 2.2: records of which none is usable still require TLS, without proof. */
    static DaneAnswer unusable(String why) {
        return new DaneAnswer(false, List.of(), "", true, Optional.empty(), why);
    }

    // RFC 7672 §2.1: a lookup that fails is never "no TLSA"
    static DaneAnswer unknown(String what, Lookup<?> failed) {
        return new DaneAnswer(
                true,
                List.of(),
                "",
                true,
                Optional.of(ResultType.DNSSEC_INVALID),
                what + " could not be looked up: " + failed.status()
                        + (failed.detail().isEmpty() ? "" : ", " + failed.detail()));
    }

    static DaneAnswer ourFault(String why) {
        return new DaneAnswer(true, List.of(), "", true, Optional.empty(), why);
    }
}
