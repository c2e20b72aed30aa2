package io.github.mtasts.check;

import io.github.mtasts.issue.ResultType;

/** What the result types of RFC 8460, section 4.3 mean for the owner of the domain, and what to do. */
final class ResultTypeText {

    private ResultTypeText() {}

    static String meaning(ResultType type) {
        return switch (type) {
            case STARTTLS_NOT_SUPPORTED -> "The MX host did not offer STARTTLS.";
            case CERTIFICATE_HOST_MISMATCH ->
                "The policy has no pattern for the MX host, or its certificate does not name it.";
            case CERTIFICATE_EXPIRED -> "The MX host's certificate had expired.";
            case CERTIFICATE_NOT_TRUSTED -> "The MX host's certificate does not lead to a root that the sender trusts.";
            case VALIDATION_FAILURE -> "TLS with the MX host failed in a way that has no result type of its own.";
            case TLSA_INVALID -> "No TLSA record matches the MX host's certificate.";
            case DNSSEC_INVALID -> "The DNS answers about the MX host failed DNSSEC validation, or did not come.";
            case DANE_REQUIRED -> "The sender insists on DANE, and found no TLSA records of the MX host.";
            case STS_POLICY_FETCH_ERROR -> "The sender saw the MTA-STS record, and could not fetch the policy.";
            case STS_POLICY_INVALID -> "The sender fetched the MTA-STS policy, and could not make sense of it.";
            case STS_WEBPKI_INVALID -> "The sender did not accept the certificate of the policy host.";
        };
    }

    /** Advice in which a domain may stand in a command to type. */
    static String remedy(ResultType type, String domain) {
        String check = "'mta-sts-check check " + domain + "'";
        return switch (type) {
            case STARTTLS_NOT_SUPPORTED ->
                "Switch STARTTLS on at this host, and see that no firewall before it takes the offer away.";
            case CERTIFICATE_HOST_MISMATCH ->
                "Name the MX host in the policy, and use a certificate that names it as its MX record does; " + check
                        + " shows which hosts the policy covers.";
            case CERTIFICATE_EXPIRED -> "Renew it, let the mail server load the new one, and find out why it was late.";
            case CERTIFICATE_NOT_TRUSTED ->
                "Use one of a public certificate authority, and send its intermediate certificates along.";
            case VALIDATION_FAILURE ->
                "Start from the reason below, if the sender gave one; 'openssl s_client -starttls smtp' shows what the host does.";
            case TLSA_INVALID ->
                "Publish TLSA records of the certificate in use, and those of the next one before it is.";
            case DNSSEC_INVALID ->
                "Check the signatures of the host's zone and its DS record, and that its name servers answer for TLSA.";
            case DANE_REQUIRED ->
                "Publish TLSA records of this host in a signed zone, or agree with the sender on something else.";
            case STS_POLICY_FETCH_ERROR -> check + " shows what the policy host answers now.";
            case STS_POLICY_INVALID -> check + " shows what is wrong in which line.";
            case STS_WEBPKI_INVALID ->
                "It must name mta-sts." + domain + ", be in date, and come from a public certificate authority; "
                        + check + " looks at it.";
        };
    }
}
