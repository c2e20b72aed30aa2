package io.github.mtasts.sender;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.TlsaRecord;
import java.util.List;
import java.util.Optional;

/**
 * What was found of a host's DANE.
 *
 * @param protection which of DANE and MTA-STS counts
 * @param tlsa the usable TLSA records; empty unless the protection is DANE
 * @param tlsaBase the host at whose name they stand: the MX host, or what it is an alias of; empty without them
 * @param tlsRequired whether mail goes there over TLS alone, proven or not
 * @param failure how an unknown protection is reported; empty when it is nobody's fault but ours
 * @param detail why, for people
 */
record HostFinding(
        HostProtection protection,
        List<TlsaRecord> tlsa,
        String tlsaBase,
        boolean tlsRequired,
        Optional<ResultType> failure,
        String detail) {

    static HostFinding dane(List<TlsaRecord> usable, String tlsaBase, String why) {
        return new HostFinding(HostProtection.DANE, usable, tlsaBase, true, Optional.empty(), why);
    }

    static HostFinding withoutDane(PolicyState state, String why) {
        HostProtection protection = state.asksForProof() ? HostProtection.MTA_STS : HostProtection.NONE;
        return new HostFinding(protection, List.of(), "", false, Optional.empty(), why);
    }

    /** RFC 7672, section 2.2: records of which none is usable still ask for TLS, without proof. */
    HostFinding withTlsRequired() {
        return new HostFinding(protection, tlsa, tlsaBase, true, failure, detail);
    }

    static HostFinding unknown(Optional<ResultType> failure, String why) {
        return new HostFinding(HostProtection.UNKNOWN, List.of(), "", true, failure, why);
    }
}
