package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;
import java.util.Optional;

/**
 * What to serve where there is no policy file. Under a record one was perhaps there, and in mode enforce: that one comes
 * back, and the text in mode testing is for who never had one.
 */
final class FirstPolicy {

    private final DomainName domain;
    private final Exchanges exchanges;
    private final MaxAges maxAges;
    private final String address;

    /** With the remedy of a policy host that has no address. */
    FirstPolicy(DomainName domain, Exchanges exchanges, Thresholds thresholds, Optional<String> remedy) {
        this.domain = domain;
        this.exchanges = exchanges;
        this.maxAges = new MaxAges(thresholds);
        this.address = remedy.map(sentence -> " " + domain.policyHost() + " has no address so far. " + sentence)
                .orElse("");
    }

    Recommendation backOrFirst() {
        return advice("Put back the policy that was served before at " + domain.policyUrl()
                + ", in the mode that it had. If there never was one, serve one in mode testing");
    }

    /** The policy host did not answer, and may well serve one. */
    Recommendation firstUnlessServed() {
        return advice("If no policy is served at " + domain.policyUrl() + ", serve one there in mode testing");
    }

    Recommendation first() {
        return advice("Serve a policy in mode testing at " + domain.policyUrl());
    }

    /** A domain without MX records is often one of a web site (RFC 7505, section 1). */
    Recommendation firstIfMailIsWanted() {
        return advice("Does " + domain
                + " accept mail at all? It has no MX record. If it accepts none, publish a null MX, "
                + "0 . (RFC 7505), and no policy. If it does, serve a policy in mode testing at " + domain.policyUrl());
    }

    private Recommendation advice(String what) {
        String message = what + ", over HTTPS with a certificate that names " + domain.policyHost() + "." + address;
        if (exchanges.hosts().isEmpty()) {
            String unknown = exchanges.areSound() ? "which are unknown here." : "once the MX records are correct.";
            return new Recommendation(
                    Advice.PUBLISH_POLICY,
                    message + " Its mx lines name the MX hosts, " + unknown,
                    Optional.empty(),
                    Optional.empty());
        }
        String text = PolicyText.first(exchanges.hosts(), maxAges.best());
        Optional<String> tooLarge = PolicyText.tooLarge(text);
        return new Recommendation(
                Advice.PUBLISH_POLICY,
                message + tooLarge.orElse(""),
                tooLarge.isPresent() ? Optional.empty() : Optional.of(domain.policyUrl()),
                tooLarge.isPresent() ? Optional.empty() : Optional.of(text));
    }
}
