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

    static TlsRptEvent.Builder ofDane(List<TlsaRecord> tlsa, DomainName domain, Instant time) {
        TlsRptEvent.Builder event = TlsRptEvent.builder();
        event.time(time)
                .policyDomain(domain)
                .policyType(PolicyType.TLSA)
                .policyString(tlsa.stream().map(TlsaRecord::toString).toList());
        return event;
    }

    static TlsRptEvent.Builder of(PolicyState state, DomainName domain, Instant time) {
        TlsRptEvent.Builder event = TlsRptEvent.builder();
        event.time(time).policyDomain(domain);
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

    private static List<String> lines(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
