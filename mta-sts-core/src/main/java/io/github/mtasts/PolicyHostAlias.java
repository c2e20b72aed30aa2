package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.DomainName;
import java.util.Optional;

/** A policy host that is a CNAME: nothing may stand beside it (RFC 1034, section 3.6.2), and its target serves the policy. */
final class PolicyHostAlias {

    private final DomainName domain;
    private final PolicyResponse response;
    private final String target;

    private PolicyHostAlias(DomainName domain, PolicyResponse response) {
        this.domain = domain;
        this.response = response;
        this.target = response.aliases().get(response.aliases().size() - 1);
    }

    static Optional<PolicyHostAlias> of(DomainName domain, PolicyResponse response) {
        return response.aliases().isEmpty() ? Optional.empty() : Optional.of(new PolicyHostAlias(domain, response));
    }

    String chain() {
        return domain.policyHost() + " is a CNAME for " + RemoteText.list(response.aliases());
    }

    /** Nothing needs to change where the policy is served; what fails elsewhere than here is for who runs the target. */
    String remedy() {
        String certificate = "the certificate must name " + domain.policyHost() + ", not the target of the CNAME.";
        return switch (response.status()) {
            case OK ->
                response.httpStatus().equals(Optional.of(200))
                        ? IssueCode.FETCH_VIA_CNAME.remedy()
                        : theirs(certificate);
            case NETWORK_UNREACHABLE, NOT_ATTEMPTED, HOST_LOOKUP_FAILED -> "T" + certificate.substring(1);
            default -> theirs(certificate);
        };
    }

    private String theirs(String certificate) {
        return "Whoever runs " + shown() + " has to mend what is wrong there; " + certificate;
    }

    String withoutAddress() {
        return chain() + ", and " + shown() + " does not exist, or has no address";
    }

    /** What to do about a target without an address. */
    String correction() {
        String hint = Exchanges.isPlain(target) ? LostDot.hint(target, domain).strip() : "";
        return hint.isEmpty()
                ? "Correct the CNAME of " + domain.policyHost()
                        + ", or remove it and give the name an address of its own: the target, " + shown()
                        + ", has none. If the target is right, whoever runs it has to give it one." + claim()
                : hint + " Else correct the CNAME of " + domain.policyHost() + ", or remove it.";
    }

    /** A name below the domain is nobody else's to claim. */
    private String claim() {
        return ("." + DomainName.canonical(target)).endsWith("." + domain)
                ? ""
                : " Whoever can claim that name can serve a policy for " + domain + ".";
    }

    private String shown() {
        return Exchanges.isPlain(target) ? RemoteText.escape(target) : "the target";
    }
}
