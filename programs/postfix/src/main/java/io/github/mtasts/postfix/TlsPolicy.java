package io.github.mtasts.postfix;

import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostProtection;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.syntax.DomainName;
import java.util.List;

/** Expresses a policy and the MX hosts in the words of {@code smtp_tls_policy_maps}. Pure. */
final class TlsPolicy {

    /** No certificate can have this name (RFC 6761, section 6.4), so mail to a host that must present it waits. */
    private static final String NOBODY = "no-mx-host-is-covered.invalid";

    private final boolean attributes;

    /** With {@code attributes}, answers contain the policy, for Postfix 3.10.5 and later. */
    TlsPolicy(boolean attributes) {
        this.attributes = attributes;
    }

    /** The hosts are those of the domain; a domain without any accepts no mail. */
    Answer answer(PolicyDecision decision, List<HostDecision> hosts) {
        // RFC 7672 §2.1: mail to a host whose TLSA records cannot be looked up waits
        if (hosts.stream().anyMatch(host -> host.protection() == HostProtection.UNKNOWN)) {
            return Answer.of(AnswerReason.DANE_UNKNOWN);
        }
        long withDane = hosts.stream()
                .filter(host -> host.protection() == HostProtection.DANE)
                .count();
        if (withDane > 0) {
            return dane(decision.isEnforced(), withDane == hosts.size());
        }
        return decision.isEnforced() ? enforced(decision, hosts) : Answer.of(AnswerReason.NOT_ENFORCED);
    }

    // RFC 8461 §2: MTA-STS never overrides DANE. At level dane, Postfix sends to hosts without TLSA records even in
    // the clear, which a policy in mode enforce forbids; so mail for such a domain goes only to the hosts with DANE.
    private static Answer dane(boolean enforced, boolean everywhere) {
        if (everywhere) {
            return new Answer(AnswerReason.DANE, "dane-only");
        }
        return enforced
                ? new Answer(AnswerReason.PARTLY_DANE_ENFORCED, "dane-only")
                : new Answer(AnswerReason.PARTLY_DANE, "dane");
    }

    // RFC 8461 §4: the host is covered, and its certificate names it
    private Answer enforced(PolicyDecision decision, List<HostDecision> hosts) {
        List<String> covered = hosts.stream()
                .map(HostDecision::mxHost)
                .filter(host -> decision.match(host).isPresent())
                // a label of any octets matches a wildcard, and could inject attributes into the answer
                .flatMap(host -> DomainName.parse(host).value().stream())
                .map(DomainName::text)
                .distinct()
                .toList();
        if (!covered.isEmpty()) {
            return new Answer(AnswerReason.ENFORCED, secure(covered) + attributes(decision));
        }
        String reported = attributes(decision);
        return reported.isEmpty()
                ? Answer.of(AnswerReason.NONE_COVERED)
                : new Answer(
                        AnswerReason.NONE_COVERED_REPORTED,
                        secure(List.of(NOBODY)) + " policy_failure=validation-failure" + reported);
    }

    private static String secure(List<String> names) {
        return "secure match=" + String.join(":", names) + " servername=hostname";
    }

    private String attributes(PolicyDecision decision) {
        return attributes ? PolicyAttributes.of(decision) : "";
    }
}
