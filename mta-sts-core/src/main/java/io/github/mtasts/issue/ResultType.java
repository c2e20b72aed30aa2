package io.github.mtasts.issue;

/** The result types of RFC 8460, section 4.3: what senders report when a session fails. */
public enum ResultType {
    /** The MX host offers no STARTTLS. */
    STARTTLS_NOT_SUPPORTED("starttls-not-supported"),
    /** No identity in the certificate matches, or no policy pattern matches the MX host. */
    CERTIFICATE_HOST_MISMATCH("certificate-host-mismatch"),
    /** The MX host's certificate has expired. */
    CERTIFICATE_EXPIRED("certificate-expired"),
    /** The MX host's certificate does not chain to a trusted root. */
    CERTIFICATE_NOT_TRUSTED("certificate-not-trusted"),
    /** Any other TLS failure. */
    VALIDATION_FAILURE("validation-failure"),
    /** A TLSA record set that no certificate matches. */
    TLSA_INVALID("tlsa-invalid"),
    /** DNSSEC validation failed. */
    DNSSEC_INVALID("dnssec-invalid"),
    /** The sender requires DANE, and there is none. */
    DANE_REQUIRED("dane-required"),
    /** The policy could not be fetched over HTTPS. */
    STS_POLICY_FETCH_ERROR("sts-policy-fetch-error"),
    /** The policy was fetched, and is not by the grammar. */
    STS_POLICY_INVALID("sts-policy-invalid"),
    /** The policy host's certificate does not validate. */
    STS_WEBPKI_INVALID("sts-webpki-invalid");

    private final String text;

    ResultType(String text) {
        this.text = text;
    }

    /**
     * The name that stands in a report.
     *
     * @return lower case with hyphens
     */
    public String text() {
        return text;
    }
}
