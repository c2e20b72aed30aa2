package io.github.mtasts.issue;

import static io.github.mtasts.issue.CatalogueEntry.error;
import static io.github.mtasts.issue.CatalogueEntry.info;
import static io.github.mtasts.issue.CatalogueEntry.warning;
import static io.github.mtasts.issue.ResultType.CERTIFICATE_HOST_MISMATCH;
import static io.github.mtasts.issue.ResultType.STS_POLICY_FETCH_ERROR;
import static io.github.mtasts.issue.ResultType.STS_POLICY_INVALID;
import static io.github.mtasts.issue.ResultType.STS_WEBPKI_INVALID;
import static io.github.mtasts.issue.Subject.DOMAIN;
import static io.github.mtasts.issue.Subject.FETCH;
import static io.github.mtasts.issue.Subject.MX;
import static io.github.mtasts.issue.Subject.POLICY;
import static io.github.mtasts.issue.Subject.RECORD;
import static io.github.mtasts.issue.Subject.TLS_RPT;

import java.util.Optional;

/**
 * The closed catalogue of issues. Everything that documents or explains an issue is made from it.
 *
 * <p>Names are API: none is ever renamed, and minor releases add some, so a {@code switch} over them needs a
 * {@code default}.
 */
public enum IssueCode {
    DOMAIN_INVALID(error(DOMAIN, "RFC 8461 §3.4")
            .means("The domain is not a valid host name, so it cannot have a policy.")
            .remedy("Give a domain name such as example.org, not an IP address, an e-mail address or a URL.")),
    DOMAIN_NOT_FOUND(error(DOMAIN, "RFC 5321 §5.1")
            .means("The domain does not exist in the DNS.")
            .remedy("Check the spelling, the registration and the delegation of the domain.")),
    DOMAIN_UNICODE_CONVERTED(info(DOMAIN, "RFC 5890 §2.3.2.1")
            .means("The domain was given in Unicode, and its A-label form was checked.")
            .remedy("Nothing needs to change; use the A-label in the DNS, in the policy and in certificates.")),
    DOMAIN_UNICODE_AMBIGUOUS(error(DOMAIN, "RFC 5891 §4")
            .means("IDNA2003 and IDNA2008 map this domain to different names.")
            .remedy("Give the A-label (xn--…) that is registered.")),
    RESOLVER_UNREACHABLE(error(DOMAIN)
            .means("This machine cannot reach a name server of its own, which says nothing about the domain.")
            .remedy("Check the name server that this machine uses, then look again; nothing is known of the domain.")),

    RECORD_NOT_FOUND(info(RECORD, "RFC 8461 §3.1")
            .means("There is no MTA-STS record, so senders do not look for a policy.")
            .remedy("Once the policy is served, publish a TXT record at _mta-sts below the domain.")),
    RECORD_MISPLACED(warning(RECORD, "RFC 8461 §3.1")
            .means("There is an MTA-STS record at a name where no sender looks.")
            .remedy("Publish the record at _mta-sts below the domain, and delete only this TXT record where it is.")),
    RECORD_LOOKUP_FAILED(error(RECORD, "RFC 8461 §3.3")
            .means("The lookup of the MTA-STS record failed, so it is unknown whether there is one.")
            .remedy("Check the domain's name servers, then try again.")),
    RECORD_MULTIPLE(error(RECORD, "RFC 8461 §3.1")
            .means("There is more than one MTA-STS record, so senders use none.")
            .remedy("Publish one record with a new id, and delete all others that begin with v=STSv1.")),
    RECORD_UNRELATED_TXT(warning(RECORD, "RFC 8461 §3.1")
            .means("There are other TXT records beside the MTA-STS record, which confuses some senders.")
            .remedy("Keep only the MTA-STS record at _mta-sts, and delete the others.")),
    RECORD_VERSION_INVALID(error(RECORD, "RFC 8461 §3.1")
            .means("The record does not begin with v=STSv1, so senders do not see it.")
            .remedy("Begin the record with v=STSv1; in exactly this spelling.")),
    RECORD_VERSION_NOT_FIRST(error(RECORD, "RFC 8461 §3.1")
            .means("The version does not come first, so senders do not see the record.")
            .remedy("Move v=STSv1; to the very beginning of the record.")),
    RECORD_OTHER_TEXT(error(RECORD, "RFC 8461 §3.1")
            .means("The TXT record contains another text, so senders do not see an MTA-STS record.")
            .remedy("Publish the text of the MTA-STS record at this name, and nothing else.")),
    RECORD_SPACE_BEFORE_DELIMITER(warning(RECORD, "RFC 8461 §3.1")
            .means(
                    "There is white space before the first semicolon; senders that look for v=STSv1; discard the record.")
            .remedy("Write v=STSv1; without a space before the semicolon.")),
    RECORD_ID_MISSING(error(RECORD, "RFC 8461 §3.1")
            .means("The record has no id, so it is invalid.")
            .remedy("Add an id of 1 to 32 letters and digits, and change it whenever the policy changes.")),
    RECORD_ID_INVALID(error(RECORD, "RFC 8461 §3.1")
            .means("The id is not 1 to 32 letters and digits, so the record is invalid.")
            .remedy("Use letters and digits only, for example a date and time such as 20261123T120000.")),
    RECORD_TRAILING_SPACE(error(RECORD, "RFC 8461 §3.1")
            .means(
                    "The record ends in white space with no semicolon before it; the grammar forbids this, and strict senders reject the record.")
            .remedy("Delete the white space at the end of the record.")),
    RECORD_FIELD_MALFORMED(error(RECORD, "RFC 8461 §3.1")
            .means("A field does not have the form name=value, so the record is invalid.")
            .remedy("Delete the field, or write it as name=value without spaces or further equals signs.")),
    RECORD_FIELD_DUPLICATE(warning(RECORD, "RFC 8461 §3.2")
            .means("A field occurs twice; the first one applies.")
            .remedy("Delete the later one.")),
    RECORD_FIELD_UNKNOWN(info(RECORD, "RFC 8461 §3.1")
            .means("The record has a field that RFC 8461 does not define; senders ignore it.")
            .remedy("Nothing needs to change if it is intentional.")),
    RECORD_NOT_ASCII(
            error(RECORD, "RFC 8461 §3.1")
                    .means("The record contains octets outside US-ASCII, so it is invalid.")
                    .remedy(
                            "Retype the record in plain ASCII; pasted quotation marks and invisible characters are the usual cause.")),
    RECORD_VIA_CNAME(info(RECORD, "RFC 8461 §8.2")
            .means("The record is reached through a CNAME.")
            .remedy("To control the record yourself, replace the CNAME with a TXT record.")),
    RECORD_WITHOUT_POLICY(error(RECORD, "RFC 8461 §3.3")
            .means("The record announces a policy, but no valid policy could be retrieved.")
            .remedy("Serve a valid policy at the policy URL.")),

    FETCH_HOST_NOT_FOUND(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host has no address, so no policy can be fetched.")
            .remedy(
                    "Publish an A or AAAA record for the policy host or, as usual with a provider, a CNAME to the provider's host.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_VIA_CNAME(info(FETCH, "RFC 8461 §8.2")
            .means("The policy host is reached through a CNAME.")
            .remedy("Nothing needs to change; the certificate must still name the policy host.")),
    FETCH_HOST_LOOKUP_FAILED(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host's address could not be resolved (temporary failure).")
            .remedy("Check the name servers of the policy host, then try again.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_BLOCKED_ADDRESS(error(FETCH)
            .means("The policy host's addresses are not public, so no connection was attempted.")
            .remedy("Give the policy host a public address; inside an intranet, allow the address explicitly.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_CONNECT_FAILED(error(FETCH, "RFC 8461 §3.3")
            .means("No connection to the policy host could be established.")
            .remedy("Make the policy host's web server answer on TCP port 443, at every address in the DNS.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_NETWORK_UNREACHABLE(warning(FETCH, "RFC 8461 §3.3")
            .means("This machine has no way to the policy host, which says nothing about the domain.")
            .remedy("Check the network and the firewall of this machine, or look again from another one.")),
    FETCH_ADDRESS_FAILED(
            warning(FETCH, "RFC 8461 §3.3")
                    .means(
                            "One address of the policy host fails in another way than the rest: a sender that picks it sees no policy.")
                    .remedy(
                            "Serve the policy at every address of the policy host, or remove the one that fails from the DNS.")),
    FETCH_TIMED_OUT(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host did not send a complete response in time.")
            .remedy("Make the policy host respond within seconds; RFC 8461 suggests that senders wait for one minute.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_TLS_FAILED(error(FETCH, "RFC 8461 §7.2")
            .means("The TLS handshake with the policy host failed.")
            .remedy("Offer TLS 1.2 or later with common ciphers, and answer to the policy host's name in SNI.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_CERT_NAME_MISMATCH(error(FETCH, "RFC 8461 §3.3")
            .means("The certificate does not name the policy host, so senders reject the policy.")
            .remedy("Get a certificate with the policy host among its subjectAltName entries; the CN is ignored.")
            .reportedAs(STS_WEBPKI_INVALID)),
    FETCH_CERT_EXPIRED(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host's certificate has expired, so senders reject the policy.")
            .remedy("Renew the certificate, and automate its renewal.")
            .reportedAs(STS_WEBPKI_INVALID)),
    FETCH_CERT_NOT_YET_VALID(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host's certificate is not valid yet, so senders reject the policy.")
            .remedy("Install a certificate that is valid now, and check the clocks.")
            .reportedAs(STS_WEBPKI_INVALID)),
    FETCH_CERT_UNTRUSTED(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host's certificate does not chain to a trusted root, so senders reject the policy.")
            .remedy("Serve a certificate from a public authority together with its intermediate certificates.")
            .reportedAs(STS_WEBPKI_INVALID)),
    FETCH_CERT_EXPIRES_SOON(warning(FETCH, "RFC 8461 §3.3")
            .means("The policy host's certificate expires soon.")
            .remedy("Renew the certificate now, and check why it was not renewed automatically.")),
    FETCH_REDIRECT(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host answers with a redirect, which senders never follow.")
            .remedy("Serve the policy file itself at the policy URL, with status 200.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_NOT_FOUND(error(FETCH, "RFC 8461 §3.3")
            .means("There is no policy file at the policy URL.")
            .remedy(
                    "Put the policy at /.well-known/mta-sts.txt on the policy host. A static host may leave out folders that"
                            + " begin with a dot (GitHub Pages needs a file .nojekyll), and a router needs a rule for the path.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_HTTP_STATUS(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host answers with a status other than 200, so senders see no policy.")
            .remedy("Serve the policy with status 200.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_PROTOCOL_ERROR(error(FETCH, "RFC 8461 §3.3")
            .means("The policy host's response is not complete, valid HTTP.")
            .remedy("Fix the web server: the response must be valid HTTP and match its Content-Length.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_TOO_LARGE(error(FETCH, "RFC 8461 §3.3")
            .means("The response is larger than 64 KiB, so senders discard it.")
            .remedy("Serve only the policy; it needs a few hundred octets.")
            .reportedAs(STS_POLICY_FETCH_ERROR)),
    FETCH_CONTENT_TYPE(warning(FETCH, "RFC 8461 §3.2")
            .means("The policy is not served as text/plain, and some senders reject it.")
            .remedy("Serve the policy with the header Content-Type: text/plain.")),
    FETCH_CHARSET(warning(FETCH, "RFC 8461 §3.2")
            .means("The policy is served with a charset other than utf-8 or us-ascii.")
            .remedy("Serve the policy with Content-Type: text/plain, without a charset or with charset=utf-8.")),
    FETCH_HTML_BODY(error(FETCH, "RFC 8461 §3.2")
            .means("The policy URL serves an HTML page instead of a policy.")
            .remedy(
                    "Serve the policy file itself at the policy URL; a web application's catch-all page is the usual cause.")
            .reportedAs(STS_POLICY_INVALID)),

    POLICY_EMPTY(error(POLICY, "RFC 8461 §3.2")
            .means("The policy is empty.")
            .remedy("Put the policy's text into the file.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_VERSION_MISSING(error(POLICY, "RFC 8461 §3.2")
            .means("The policy has no version field, so it is invalid.")
            .remedy("Begin the policy with the line version: STSv1")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_VERSION_INVALID(error(POLICY, "RFC 8461 §3.2")
            .means("The version is not exactly STSv1, so the policy is invalid.")
            .remedy("Write version: STSv1")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_VERSION_NOT_FIRST(warning(POLICY, "RFC 8461 §3.2")
            .means("The version is not on the first line, where some senders and checkers require it.")
            .remedy("Move the version field to the first line.")),
    POLICY_MODE_MISSING(error(POLICY, "RFC 8461 §3.2")
            .means("The policy has no mode field, so it is invalid.")
            .remedy("Add mode: testing, or mode: enforce once reports show no failures.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MODE_INVALID(error(POLICY, "RFC 8461 §3.2")
            .means("The mode is not one of enforce, testing and none, so the policy is invalid.")
            .remedy("Write mode: enforce, mode: testing or mode: none, in lower case.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MODE_TESTING(info(POLICY, "RFC 8461 §5")
            .means("The policy is in testing mode: senders report failures but deliver anyway.")
            .remedy("Move to mode enforce when TLS reports show no failures.")),
    POLICY_MODE_NONE(info(POLICY, "RFC 8461 §8.3")
            .means("The policy opts out: senders treat the domain as if it had no MTA-STS.")
            .remedy("Keep it until the longest max_age ever served has passed.")),
    POLICY_MAX_AGE_MISSING(error(POLICY, "RFC 8461 §3.2")
            .means("The policy has no max_age field, so it is invalid.")
            .remedy("Add max_age: 604800 (a week, in seconds) or more.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MAX_AGE_INVALID(error(POLICY, "RFC 8461 §3.2")
            .means("max_age is not a number of seconds in 1 to 10 digits, so the policy is invalid.")
            .remedy("Write only the number of seconds, for example max_age: 604800")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MAX_AGE_ABOVE_MAXIMUM(warning(POLICY, "RFC 8461 §3.2")
            .means("max_age is above the maximum of 31557600 seconds (a year); senders cap it or reject the policy.")
            .remedy("Write max_age: 31557600 or less.")),
    POLICY_MAX_AGE_ZERO(warning(POLICY, "RFC 8461 §3.2")
            .means("max_age is 0: the policy expires at once and protects nobody.")
            .remedy("Write max_age: 604800 or more.")),
    POLICY_MAX_AGE_SHORT(warning(POLICY, "RFC 8461 §10.2")
            .means("max_age is short: an attacker needs to block the policy host only briefly.")
            .remedy("Raise max_age to a week (604800) or more.")),
    POLICY_MX_MISSING(error(POLICY, "RFC 8461 §3.2")
            .means("The policy has no mx field, which modes enforce and testing require.")
            .remedy("Add one mx line for each MX host of the domain.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_INVALID(error(POLICY, "RFC 8461 §3.2")
            .means("The mx value is not a host name, so the policy is invalid.")
            .remedy("Write a host name of letters, digits, hyphens and dots, or *. and a domain.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_WILDCARD_MISPLACED(error(POLICY, "RFC 8461 §4.1")
            .means("The wildcard is not the whole left-most label, so the policy is invalid.")
            .remedy("Write *. and a domain, such as *.example.org; it stands for exactly one label.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_IP_ADDRESS(error(POLICY, "RFC 8461 §3.2")
            .means("The mx value is an IP address, but it must be a host name.")
            .remedy("Write the MX host's name as in the MX record.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_NOT_A_NAME(error(POLICY, "RFC 8461 §3.2")
            .means("The mx value contains more than a host name: a port, a scheme, an e-mail address or a preference.")
            .remedy("Write only the host name.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_SEVERAL_ON_LINE(error(POLICY, "RFC 8461 §3.2")
            .means("Several hosts are on one mx line, so the policy is invalid.")
            .remedy("Write one mx line for each host.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_U_LABEL(error(POLICY, "RFC 8461 §3.2")
            .means("The mx value is in Unicode, but it must be in A-labels.")
            .remedy("Write the A-label (xn--…) of the name.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_MX_TRAILING_DOT(warning(POLICY, "RFC 8461 §3.2")
            .means("The mx value ends in a dot, and not every sender matches it.")
            .remedy("Delete the dot at the end.")),
    POLICY_MX_DUPLICATE(info(POLICY, "RFC 8461 §3.2")
            .means("The same mx pattern occurs twice.")
            .remedy("Delete the later one.")),
    POLICY_MX_BROAD(warning(POLICY, "RFC 8461 §10.4")
            .means("The wildcard trusts every host below a domain, far more than the MX hosts.")
            .remedy("List the MX hosts one by one, or use a wildcard below a name that only MX hosts have.")),
    POLICY_KEY_CASE(warning(POLICY, "RFC 8461 §3.2")
            .means("The key is not in lower case, so senders treat it as an unknown field.")
            .remedy("Write the key in lower case.")),
    POLICY_KEY_TYPO(warning(POLICY, "RFC 8461 §3.2")
            .means("The key is unknown and looks like a misspelling of one that is missing.")
            .remedy("Correct the spelling of the key.")),
    POLICY_FIELD_DUPLICATE(warning(POLICY, "RFC 8461 §3.2")
            .means("A field occurs twice; the first one applies.")
            .remedy("Delete the later one.")),
    POLICY_FIELD_UNKNOWN(info(POLICY, "RFC 8461 §3.2")
            .means("The policy has a field that RFC 8461 does not define; senders ignore it.")
            .remedy("Nothing needs to change if it is intentional.")),
    POLICY_LINE_MALFORMED(error(POLICY, "RFC 8461 §3.2")
            .means("The line does not have the form key: value, so the policy is invalid.")
            .remedy(
                    "Write key: value without white space before the key or the colon, or delete the line; the grammar does not allow comments.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_ON_ONE_LINE(error(POLICY, "RFC 8461 §3.2")
            .means("Several fields are on one line, but each needs a line of its own, so the policy is invalid.")
            .remedy("Write each field on a line of its own, with real line ends.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_OTHER_TEXT(error(POLICY, "RFC 8461 §3.2")
            .means("The policy file contains another text, such as a DNS record.")
            .remedy("Put the policy's text into the file, and the record's text into the DNS.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_BLANK_LINE(warning(POLICY, "RFC 8461 §3.2")
            .means("The grammar does not allow blank lines; some senders reject the policy because of them.")
            .remedy("Delete the blank lines.")),
    POLICY_LINE_ENDINGS_MIXED(warning(POLICY, "RFC 8461 §3.2")
            .means("Some lines end in LF and some in CRLF.")
            .remedy("Save the file with one kind of line ending.")),
    POLICY_LINE_ENDING_BARE_CR(error(POLICY, "RFC 8461 §3.2")
            .means("A carriage return without a line feed does not end a line, so the policy is invalid.")
            .remedy("End lines in CRLF or LF.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_BOM(error(POLICY, "RFC 8461 §3.2")
            .means(
                    "The policy begins with a byte order mark, which becomes part of the first key, so the policy is invalid.")
            .remedy("Save the file as UTF-8 without a byte order mark.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_NOT_UTF8(error(POLICY, "RFC 8461 §3.2")
            .means("The policy is not valid UTF-8, so it is invalid.")
            .remedy("Save the file as plain ASCII or UTF-8.")
            .reportedAs(STS_POLICY_INVALID)),
    POLICY_CONTROL_CHARACTER(error(POLICY, "RFC 8461 §3.2")
            .means("The policy contains a control character, so it is invalid.")
            .remedy("Delete the control character.")
            .reportedAs(STS_POLICY_INVALID)),

    MX_LOOKUP_FAILED(error(MX, "RFC 8461 §4.1")
            .about(DOMAIN)
            .means("The lookup of the MX records failed, so it is unknown whether the policy covers the MX hosts.")
            .remedy("Check the domain's name servers, then try again.")),
    MX_NOT_FOUND(warning(MX, "RFC 5321 §5.1")
            .about(DOMAIN)
            .means("The domain has no MX record; senders fall back to the domain's own address.")
            .remedy("Publish an MX record for each mail host, or a null MX if the domain accepts no mail.")),
    MX_NULL(warning(MX, "RFC 7505 §3")
            .about(DOMAIN)
            .means("The domain accepts no mail (null MX), so its policy protects nothing.")
            .remedy("Remove the null MX if the domain accepts mail; otherwise retire the policy.")),
    MX_NULL_WITH_OTHERS(error(MX, "RFC 7505 §3")
            .about(DOMAIN)
            .means("There is a null MX beside other MX records, which the RFC forbids.")
            .remedy("Delete the null MX, or all the others.")),
    MX_INVALID(warning(MX, "RFC 5321 §5.1")
            .means("An MX record names something that is not a host name.")
            .remedy("Point the MX record at a host name, and give that host the address.")),
    MX_NOT_COVERED(error(MX, "RFC 8461 §4.1")
            .means("An MX host is not covered by the policy: in enforce mode, senders do not deliver to it.")
            .remedy("If the host is yours, add an mx line for it to the policy; if not, correct the MX records.")
            .reportedAs(CERTIFICATE_HOST_MISMATCH)),
    MX_NONE_COVERED(error(MX, "RFC 8461 §4.1")
            .about(POLICY)
            .means("No MX host is covered by the policy: in enforce mode, all mail from conforming senders stops.")
            .remedy(
                    "If the hosts are yours, add mx lines for them to the policy immediately; if not, correct the MX records.")
            .reportedAs(CERTIFICATE_HOST_MISMATCH)),
    MX_PATTERN_UNUSED(info(MX, "RFC 8461 §4.1")
            .about(POLICY)
            .means("A pattern of the policy matches no current MX host.")
            .remedy("If the host is gone for good, its mx line can go.")),
    MX_WILDCARD_TOO_SHALLOW(info(MX, "RFC 8461 §4.1")
            .means("A wildcard matches exactly one label, and this host has more.")
            .remedy("One mx line is enough: the name of the host, or the pattern that fits it.")),
    MX_STARTTLS_NOT_CHECKED(info(MX, "RFC 8461 §4.2")
            .about(DOMAIN)
            .means("Whether the MX hosts offer STARTTLS with a valid certificate was not checked.")
            .remedy("Test each MX host from a machine that can connect to TCP port 25.")),

    TLSRPT_NOT_FOUND(info(TLS_RPT, "RFC 8460 §3")
            .means("There is no TLSRPT record, so senders do not report failures to the domain.")
            .remedy("Publish a TXT record at _smtp._tls below the domain.")),
    TLSRPT_MISPLACED(warning(TLS_RPT, "RFC 8460 §3")
            .means("There is a TLSRPT record at a name where no sender looks.")
            .remedy("Publish the record at _smtp._tls below the domain, and delete only this TXT record where it is.")),
    TLSRPT_LOOKUP_FAILED(warning(TLS_RPT, "RFC 8460 §3")
            .means("The lookup of the TLSRPT record failed, so it is unknown whether there is one.")
            .remedy("Check the domain's name servers, then try again.")),
    TLSRPT_MULTIPLE(error(TLS_RPT, "RFC 8460 §3")
            .means("There is more than one TLSRPT record, so senders use none.")
            .remedy("Publish one record with all report addresses, and delete all others that begin with v=TLSRPTv1.")),
    TLSRPT_UNRELATED_TXT(warning(TLS_RPT, "RFC 8460 §3")
            .means("There are other TXT records beside the TLSRPT record, which confuses some senders.")
            .remedy("Keep only the TLSRPT record at _smtp._tls, and delete the others.")),
    TLSRPT_VERSION_INVALID(error(TLS_RPT, "RFC 8460 §3")
            .means("The record does not begin with v=TLSRPTv1, so senders do not see it.")
            .remedy("Begin the record with v=TLSRPTv1; in exactly this spelling.")),
    TLSRPT_VERSION_NOT_FIRST(error(TLS_RPT, "RFC 8460 §3")
            .means("The version does not come first, so senders do not see the record.")
            .remedy("Move v=TLSRPTv1; to the very beginning of the record.")),
    TLSRPT_OTHER_TEXT(error(TLS_RPT, "RFC 8460 §3")
            .means("The TXT record contains another text, so senders do not see a TLSRPT record.")
            .remedy("Publish the text of the TLSRPT record at this name, and nothing else.")),
    TLSRPT_SPACE_BEFORE_DELIMITER(warning(TLS_RPT, "RFC 8460 §3")
            .means(
                    "There is white space before the first semicolon; senders that look for v=TLSRPTv1; discard the record.")
            .remedy("Write v=TLSRPTv1; without a space before the semicolon.")),
    TLSRPT_RUA_MISSING(error(TLS_RPT, "RFC 8460 §3")
            .means("The record has no address for reports.")
            .remedy("Add rua=mailto: and a mail address.")),
    TLSRPT_RUA_INVALID(error(TLS_RPT, "RFC 8460 §3")
            .means("A report address is not a usable URI.")
            .remedy("Write mailto: and a mail address, or https:// and a host.")),
    TLSRPT_RUA_SCHEME(error(TLS_RPT, "RFC 8460 §3")
            .means("A report address is neither mailto: nor https:.")
            .remedy("Write mailto: before a mail address, or use an https: URL.")),
    TLSRPT_RUA_UNENCODED(error(TLS_RPT, "RFC 8460 §3")
            .means(
                    "A report address contains a raw exclamation mark, comma or semicolon, which the syntax of the record reserves.")
            .remedy("Percent-encode it: %21, %2C or %3B.")),
    TLSRPT_RUA_DUPLICATE(info(TLS_RPT, "RFC 8460 §3")
            .means("The same report address occurs twice.")
            .remedy("Delete the later one.")),
    TLSRPT_TRAILING_SPACE(error(TLS_RPT, "RFC 8460 §3")
            .means(
                    "The record ends in white space with no semicolon before it; the grammar forbids this, and strict senders reject the record.")
            .remedy("Delete the white space at the end of the record.")),
    TLSRPT_FIELD_MALFORMED(error(TLS_RPT, "RFC 8460 §3")
            .means("A field does not have the form name=value, so the record is invalid.")
            .remedy("Delete the field, or write it as name=value without spaces or further equals signs.")),
    TLSRPT_FIELD_DUPLICATE(warning(TLS_RPT, "RFC 8460 §3")
            .means("A field occurs twice; senders differ in which one they use.")
            .remedy("Delete the later one; put several addresses into one rua, separated by commas.")),
    TLSRPT_FIELD_UNKNOWN(info(TLS_RPT, "RFC 8460 §3")
            .means("The record has a field that RFC 8460 does not define; senders ignore it.")
            .remedy("Nothing needs to change if it is intentional.")),
    TLSRPT_NOT_ASCII(error(TLS_RPT, "RFC 8460 §3")
            .means("The record contains octets outside US-ASCII, so it is invalid.")
            .remedy("Retype the record in plain ASCII: write a domain in its A-label form (xn--…), and any other"
                    + " character of a URI as %XX.")),
    TLSRPT_VIA_CNAME(info(TLS_RPT, "RFC 8460 §3")
            .means("The record is reached through a CNAME.")
            .remedy("To control where reports go yourself, replace the CNAME with a TXT record."));

    @SuppressWarnings("ImmutableEnumChecker") // a final class of final fields
    private final CatalogueEntry entry;

    IssueCode(CatalogueEntry entry) {
        this.entry = entry;
    }

    /**
     * The family of codes that this one belongs to, and whose name its own begins with; RESOLVER_UNREACHABLE, which is about
     * none of the domain's texts, belongs to the domain.
     *
     * @return not always the {@link #subject()}: that no MX host is covered is about the policy
     */
    public Subject family() {
        return entry.family();
    }

    /**
     * What an issue of this code is about.
     *
     * @return where an issue has a place, it is in the text of this subject
     */
    public Subject subject() {
        return entry.subject();
    }

    /**
     * The severity of an issue of this code, unless the rest of the evidence changes it.
     *
     * @return the default severity
     */
    public Severity severity() {
        return entry.severity();
    }

    /**
     * Where the rule is written.
     *
     * @return such as {@code RFC 8461 §3.1}; empty for a rule of this library
     */
    public Optional<String> reference() {
        return entry.reference();
    }

    /**
     * What the issue means.
     *
     * @return one sentence
     */
    public String meaning() {
        return entry.meaning();
    }

    /**
     * What to do about it.
     *
     * @return one sentence
     */
    public String remedy() {
        return entry.remedy();
    }

    /**
     * What senders would report (RFC 8460, section 4.3).
     *
     * @return empty when they would report nothing
     */
    public Optional<ResultType> resultType() {
        return entry.resultType();
    }
}
