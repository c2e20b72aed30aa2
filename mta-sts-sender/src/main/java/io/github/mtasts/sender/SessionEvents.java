package io.github.mtasts.sender;

import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.tlsrpt.PolicyType;
import io.github.mtasts.tlsrpt.TlsRptEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Begins an event with the policy that was applied, as RFC 8460, section 4.4 wants it. */
final class SessionEvents {

    private SessionEvents() {}

    static TlsRptEvent.Builder ofDane(PolicyState state, List<TlsaRecord> tlsa, DomainName domain, Instant time) {
        TlsRptEvent.Builder event = begun(state, domain, time);
        event.policyType(PolicyType.TLSA)
                .policyString(tlsa.stream().map(TlsaRecord::toString).toList());
        return event;
    }

    static TlsRptEvent.Builder of(PolicyState state, DomainName domain, Instant time) {
        TlsRptEvent.Builder event = begun(state, domain, time);
        if (state.asksForProof()) {
            StsPolicy policy = state.policy().orElseThrow();
            event.policyType(PolicyType.STS)
                    .policyString(lines(state.stored().map(StoredPolicy::text).orElseGet(policy::toText)))
                    .mxHostPatterns(policy.mx().stream().map(MxPattern::text).toList());
        } else {
            event.policyType(state.failure().isPresent() ? PolicyType.STS : PolicyType.NO_POLICY_FOUND);
        }
        return event;
    }

    private static TlsRptEvent.Builder begun(PolicyState state, DomainName domain, Instant time) {
        MxConnection connection = state.connection();
        TlsRptEvent.Builder event = TlsRptEvent.builder().time(time).policyDomain(domain);
        connection.sendingMtaIp().ifPresent(event::sendingMtaIp);
        connection.receivingIp().ifPresent(event::receivingIp);
        connection.receivingMxHelo().ifPresent(event::receivingMxHelo);
        return event;
    }

    private static List<String> lines(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
