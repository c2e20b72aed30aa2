package io.github.mtasts.issue;

import java.util.Locale;

/** The result types of RFC 8460, section 4.3: what senders report when a session fails. */
public enum ResultType {
    STARTTLS_NOT_SUPPORTED(
            "The MX host did not offer STARTTLS.",
            "Enable STARTTLS on the host, and check that no firewall in front of it removes the offer."),
    CERTIFICATE_HOST_MISMATCH(
            "The policy does not cover the MX host, or the host's certificate does not name it.",
            "Name the MX host in the policy, and use a certificate with the same name as the MX record."),
    CERTIFICATE_EXPIRED(
            "The MX host's certificate had expired.",
            "Renew the certificate, reload the mail server, and find out why it was late."),
    CERTIFICATE_NOT_TRUSTED(
            "The MX host's certificate does not chain to a root that the sender trusts.",
            "Use a certificate from a public authority, and send its intermediate certificates with it."),
    VALIDATION_FAILURE(
            "TLS with the MX host failed in a way that has no result type of its own.",
            "Start from the sender's reason, if it gave one; 'openssl s_client -starttls smtp' shows what the host does."),
    TLSA_INVALID(
            "No TLSA record matches the MX host's certificate.",
            "Publish TLSA records for the certificate in use, and for the next one before it is installed."),
    DNSSEC_INVALID(
            "The DNS answers about the MX host failed DNSSEC validation, or did not arrive.",
            "Check the signatures of the host's zone, its DS record, and that its name servers answer for TLSA."),
    DANE_REQUIRED(
            "The sender requires DANE, but found no TLSA records for the MX host.",
            "Publish TLSA records for the host in a signed zone, or agree on something else with the sender."),
    STS_POLICY_FETCH_ERROR(
            "The sender saw the MTA-STS record, but could not fetch the policy.",
            "Check that the policy host can be reached and serves the policy over HTTPS with status 200."),
    STS_POLICY_INVALID(
            "The sender fetched the MTA-STS policy, but could not parse it.",
            "Fix the lines of the policy that are not valid."),
    STS_WEBPKI_INVALID(
            "The sender did not accept the policy host's certificate.",
            "Use a certificate that names the policy host, is in date, and comes from a public authority.");

    private final String meaning;
    private final String remedy;

    ResultType(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /**
     * The name used in TLS reports.
     *
     * @return lower case with hyphens
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What it means for the owner of the domain.
     *
     * @return one sentence
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What to do about it.
     *
     * @return one sentence
     */
    public String remedy() {
        return remedy;
    }
}
