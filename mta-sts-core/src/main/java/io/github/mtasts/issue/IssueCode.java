package io.github.mtasts.issue;

import static io.github.mtasts.issue.Severity.ERROR;
import static io.github.mtasts.issue.Severity.INFO;
import static io.github.mtasts.issue.Severity.WARNING;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The closed catalogue of findings. Everything that documents or explains a finding is made from it.
 *
 * <p>Names are API: none is ever renamed, and minor releases add some, so a {@code switch} over them needs a
 * {@code default}.
 */
public enum IssueCode {
    /** The domain is not a host name, so it can have no policy. */
    DOMAIN_INVALID(
            ERROR,
            "8461",
            "3.4",
            "The domain is not a host name, so it can have no policy.",
            "Give a domain name such as example.org: no address, no e-mail address, no URL."),

    /** The domain does not exist in the DNS. */
    DOMAIN_NOT_FOUND(
            ERROR,
            "5321",
            "5.1",
            "The domain does not exist in the DNS.",
            "Check the spelling, the registration and the delegation of the domain."),

    /** The domain was given in Unicode, and its A-label form was checked. */
    DOMAIN_UNICODE_CONVERTED(
            INFO,
            "5890",
            "2.3.2.1",
            "The domain was given in Unicode, and its A-label form was checked.",
            "Nothing needs to change; use the A-label in the DNS, in the policy and in certificates."),

    /** IDNA2003 and IDNA2008 make different names of this domain. */
    DOMAIN_UNICODE_AMBIGUOUS(
            ERROR,
            "5891",
            "4",
            "IDNA2003 and IDNA2008 make different names of this domain.",
            "Give the A-label (xn--…) that is registered."),

    /** There is no MTA-STS record, so senders do not look for a policy. */
    RECORD_NOT_FOUND(
            INFO,
            "8461",
            "3.1",
            "There is no MTA-STS record, so senders do not look for a policy.",
            "Publish a TXT record at _mta-sts below the domain once the policy is in place."),

    /** The look-up of the MTA-STS record failed, which says nothing about whether it exists. */
    RECORD_LOOKUP_FAILED(
            ERROR,
            "8461",
            "3.3",
            "The look-up of the MTA-STS record failed, which says nothing about whether it exists.",
            "Check the domain's name servers, and look again."),

    /** There is more than one MTA-STS record, so senders use none. */
    RECORD_MULTIPLE(
            ERROR,
            "8461",
            "3.1",
            "There is more than one MTA-STS record, so senders use none.",
            "Delete all but one of the records that begin with v=STSv1."),

    /** Other TXT records stand beside the MTA-STS record; some senders stumble over them. */
    RECORD_UNRELATED_TXT(
            WARNING,
            "8461",
            "3.1",
            "Other TXT records stand beside the MTA-STS record; some senders stumble over them.",
            "Delete the other TXT records at _mta-sts; a wildcard TXT record may be their source."),

    /** The record is meant as MTA-STS, but does not begin with v=STSv1, so senders do not see it. */
    RECORD_VERSION_INVALID(
            ERROR,
            "8461",
            "3.1",
            "The record is meant as MTA-STS, but does not begin with v=STSv1, so senders do not see it.",
            "Begin the record with v=STSv1; in exactly this spelling."),

    /** The version does not come first, so senders do not see the record. */
    RECORD_VERSION_NOT_FIRST(
            ERROR,
            "8461",
            "3.1",
            "The version does not come first, so senders do not see the record.",
            "Move v=STSv1; to the very beginning of the record."),

    /** White space stands before the first semicolon; senders that look for v=STSv1; discard the record. */
    RECORD_SPACE_BEFORE_DELIMITER(
            WARNING,
            "8461",
            "3.1",
            "White space stands before the first semicolon; senders that look for v=STSv1; discard the record.",
            "Write v=STSv1; without a space before the semicolon."),

    /** The record has no id, so it is invalid. */
    RECORD_ID_MISSING(
            ERROR,
            "8461",
            "3.1",
            "The record has no id, so it is invalid.",
            "Add an id of 1 to 32 letters and digits, and change it with each change of the policy."),

    /** The id is not 1 to 32 letters and digits, so the record is invalid. */
    RECORD_ID_INVALID(
            ERROR,
            "8461",
            "3.1",
            "The id is not 1 to 32 letters and digits, so the record is invalid.",
            "Use letters and digits only, for example a date and time such as 20261123T120000."),

    /** The record ends in white space without a semicolon before it: the grammar forbids that, and strict senders refuse the record. */
    RECORD_TRAILING_SPACE(
            ERROR,
            "8461",
            "3.1",
            "The record ends in white space without a semicolon before it: the grammar forbids that, and strict senders refuse the record.",
            "Delete the white space at the end of the record."),

    /** A field is not of the form name=value, so the record is invalid. */
    RECORD_FIELD_MALFORMED(
            ERROR,
            "8461",
            "3.1",
            "A field is not of the form name=value, so the record is invalid.",
            "Delete the field, or write it as name=value with neither spaces nor further equals signs."),

    /** A field occurs twice; the first one counts. */
    RECORD_FIELD_DUPLICATE(
            WARNING, "8461", "3.2", "A field occurs twice; the first one counts.", "Delete the later one."),

    /** The record has a field that RFC 8461 does not know; senders ignore it. */
    RECORD_FIELD_UNKNOWN(
            INFO,
            "8461",
            "3.1",
            "The record has a field that RFC 8461 does not know; senders ignore it.",
            "Nothing needs to change if it is there on purpose."),

    /** The record has octets outside US-ASCII, so it is invalid. */
    RECORD_NOT_ASCII(
            ERROR,
            "8461",
            "3.1",
            "The record has octets outside US-ASCII, so it is invalid.",
            "Type the record anew in plain ASCII; pasted quotation marks and invisible characters are the usual cause."),

    /** The record is reached through a CNAME. */
    RECORD_VIA_CNAME(
            INFO,
            "8461",
            "8.2",
            "The record is reached through a CNAME.",
            "Nothing needs to change; whoever runs the target controls the record."),

    /** The record announces a policy, and no valid policy can be had. */
    RECORD_WITHOUT_POLICY(
            ERROR,
            "8461",
            "3.3",
            "The record announces a policy, and no valid policy can be had.",
            "Serve a valid policy at the policy URL."),

    /** The policy host has no address, so no policy can be fetched. */
    FETCH_HOST_NOT_FOUND(
            ERROR,
            "8461",
            "3.3",
            "The policy host has no address, so no policy can be fetched.",
            "Publish an A or AAAA record for the policy host.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy host is reached through a CNAME. */
    FETCH_VIA_CNAME(
            INFO,
            "8461",
            "8.2",
            "The policy host is reached through a CNAME.",
            "Nothing needs to change; the certificate must still name the policy host."),

    /** The policy host's address could not be looked up for now. */
    FETCH_HOST_LOOKUP_FAILED(
            ERROR,
            "8461",
            "3.3",
            "The policy host's address could not be looked up for now.",
            "Check the name servers of the policy host, and look again.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy host's addresses are not public, so they were not connected to. */
    FETCH_BLOCKED_ADDRESS(
            ERROR,
            "",
            "",
            "The policy host's addresses are not public, so they were not connected to.",
            "Give the policy host a public address; inside an intranet, allow the address explicitly.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** No connection to the policy host could be made. */
    FETCH_CONNECT_FAILED(
            ERROR,
            "8461",
            "3.3",
            "No connection to the policy host could be made.",
            "Let the web server of the policy host answer on TCP port 443, on every address that the DNS gives.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy host did not answer completely in time. */
    FETCH_TIMED_OUT(
            ERROR,
            "8461",
            "3.3",
            "The policy host did not answer completely in time.",
            "Make the policy host answer within seconds; senders wait a minute at most.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The TLS handshake with the policy host failed. */
    FETCH_TLS_FAILED(
            ERROR,
            "8461",
            "7.2",
            "The TLS handshake with the policy host failed.",
            "Offer TLS 1.2 or later with common ciphers, and answer to the policy host's name in SNI.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The certificate does not name the policy host, so senders refuse the policy. */
    FETCH_CERT_NAME_MISMATCH(
            ERROR,
            "8461",
            "3.3",
            "The certificate does not name the policy host, so senders refuse the policy.",
            "Get a certificate with the policy host among its subjectAltName entries; the CN does not count.",
            ResultType.STS_WEBPKI_INVALID),

    /** The policy host's certificate has expired, so senders refuse the policy. */
    FETCH_CERT_EXPIRED(
            ERROR,
            "8461",
            "3.3",
            "The policy host's certificate has expired, so senders refuse the policy.",
            "Renew the certificate, and see to it that renewal is automatic.",
            ResultType.STS_WEBPKI_INVALID),

    /** The policy host's certificate is not valid yet, so senders refuse the policy. */
    FETCH_CERT_NOT_YET_VALID(
            ERROR,
            "8461",
            "3.3",
            "The policy host's certificate is not valid yet, so senders refuse the policy.",
            "Install a certificate that is valid now, and check the clocks.",
            ResultType.STS_WEBPKI_INVALID),

    /** The policy host's certificate does not chain to a trusted root, so senders refuse the policy. */
    FETCH_CERT_UNTRUSTED(
            ERROR,
            "8461",
            "3.3",
            "The policy host's certificate does not chain to a trusted root, so senders refuse the policy.",
            "Serve a certificate of a public authority together with its intermediate certificates.",
            ResultType.STS_WEBPKI_INVALID),

    /** The policy host's certificate is close to its end. */
    FETCH_CERT_EXPIRES_SOON(
            WARNING,
            "8461",
            "3.3",
            "The policy host's certificate is close to its end.",
            "Renew the certificate now, and check why it was not renewed automatically."),

    /** The policy host answers with a redirect, which senders never follow. */
    FETCH_REDIRECT(
            ERROR,
            "8461",
            "3.3",
            "The policy host answers with a redirect, which senders never follow.",
            "Serve the policy file itself at the policy URL, with status 200.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** There is no policy file at the policy URL. */
    FETCH_NOT_FOUND(
            ERROR,
            "8461",
            "3.3",
            "There is no policy file at the policy URL.",
            "Put the policy at /.well-known/mta-sts.txt on the policy host.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy host answers with a status other than 200, so senders see no policy. */
    FETCH_HTTP_STATUS(
            ERROR,
            "8461",
            "3.3",
            "The policy host answers with a status other than 200, so senders see no policy.",
            "Serve the policy with status 200.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy host's answer is not complete, correct HTTP. */
    FETCH_PROTOCOL_ERROR(
            ERROR,
            "8461",
            "3.3",
            "The policy host's answer is not complete, correct HTTP.",
            "Repair the web server: its answer must be HTTP, and as long as it says.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The answer is larger than 64 KiB, so senders drop it. */
    FETCH_TOO_LARGE(
            ERROR,
            "8461",
            "3.3",
            "The answer is larger than 64 KiB, so senders drop it.",
            "Serve the policy alone; it needs a few hundred octets.",
            ResultType.STS_POLICY_FETCH_ERROR),

    /** The policy is not served as text/plain, and some senders refuse it. */
    FETCH_CONTENT_TYPE(
            WARNING,
            "8461",
            "3.2",
            "The policy is not served as text/plain, and some senders refuse it.",
            "Serve the policy with the header Content-Type: text/plain."),

    /** The policy is served with a charset other than utf-8 or us-ascii. */
    FETCH_CHARSET(
            WARNING,
            "8461",
            "3.2",
            "The policy is served with a charset other than utf-8 or us-ascii.",
            "Serve the policy with Content-Type: text/plain, without a charset or with charset=utf-8."),

    /** The policy URL serves an HTML page instead of a policy. */
    FETCH_HTML_BODY(
            ERROR,
            "8461",
            "3.2",
            "The policy URL serves an HTML page instead of a policy.",
            "Serve the policy file itself at the policy URL; a catch-all of a web application is the usual cause.",
            ResultType.STS_POLICY_INVALID),

    /** The policy is empty. */
    POLICY_EMPTY(
            ERROR,
            "8461",
            "3.2",
            "The policy is empty.",
            "Put the policy's text into the file.",
            ResultType.STS_POLICY_INVALID),

    /** The policy has no version field, so it is invalid. */
    POLICY_VERSION_MISSING(
            ERROR,
            "8461",
            "3.2",
            "The policy has no version field, so it is invalid.",
            "Begin the policy with the line version: STSv1",
            ResultType.STS_POLICY_INVALID),

    /** The version is not exactly STSv1, so the policy is invalid. */
    POLICY_VERSION_INVALID(
            ERROR,
            "8461",
            "3.2",
            "The version is not exactly STSv1, so the policy is invalid.",
            "Write version: STSv1",
            ResultType.STS_POLICY_INVALID),

    /** The version is not on the first line; some senders and checkers demand that. */
    POLICY_VERSION_NOT_FIRST(
            WARNING,
            "8461",
            "3.2",
            "The version is not on the first line; some senders and checkers demand that.",
            "Move the version field to the first line."),

    /** The policy has no mode field, so it is invalid. */
    POLICY_MODE_MISSING(
            ERROR,
            "8461",
            "3.2",
            "The policy has no mode field, so it is invalid.",
            "Add mode: testing, or mode: enforce once reports show no failures.",
            ResultType.STS_POLICY_INVALID),

    /** The mode is not one of enforce, testing and none, so the policy is invalid. */
    POLICY_MODE_INVALID(
            ERROR,
            "8461",
            "3.2",
            "The mode is not one of enforce, testing and none, so the policy is invalid.",
            "Write mode: enforce, mode: testing or mode: none, in lower case.",
            ResultType.STS_POLICY_INVALID),

    /** The policy is in testing mode: senders report failures and deliver all the same. */
    POLICY_MODE_TESTING(
            INFO,
            "8461",
            "5",
            "The policy is in testing mode: senders report failures and deliver all the same.",
            "Move to mode enforce when TLS reports show no failures."),

    /** The policy opts out: senders treat the domain as one without MTA-STS. */
    POLICY_MODE_NONE(
            INFO,
            "8461",
            "8.3",
            "The policy opts out: senders treat the domain as one without MTA-STS.",
            "Keep it until the longest max_age that was ever served has passed."),

    /** The policy has no max_age field, so it is invalid. */
    POLICY_MAX_AGE_MISSING(
            ERROR,
            "8461",
            "3.2",
            "The policy has no max_age field, so it is invalid.",
            "Add max_age: 604800 (a week, in seconds) or more.",
            ResultType.STS_POLICY_INVALID),

    /** max_age takes seconds as 1 to 10 digits, and nothing else, so the policy is invalid. */
    POLICY_MAX_AGE_INVALID(
            ERROR,
            "8461",
            "3.2",
            "max_age takes seconds as 1 to 10 digits, and nothing else, so the policy is invalid.",
            "Write the number of seconds in digits alone, for example max_age: 604800",
            ResultType.STS_POLICY_INVALID),

    /** max_age is above the maximum of 31557600 seconds (a year); senders cap it or refuse the policy. */
    POLICY_MAX_AGE_ABOVE_MAXIMUM(
            WARNING,
            "8461",
            "3.2",
            "max_age is above the maximum of 31557600 seconds (a year); senders cap it or refuse the policy.",
            "Write max_age: 31557600 or less."),

    /** max_age is 0: the policy expires at once and protects nobody. */
    POLICY_MAX_AGE_ZERO(
            WARNING,
            "8461",
            "3.2",
            "max_age is 0: the policy expires at once and protects nobody.",
            "Write max_age: 604800 or more."),

    /** max_age is short: an attacker need not block the policy host for long. */
    POLICY_MAX_AGE_SHORT(
            WARNING,
            "8461",
            "10.2",
            "max_age is short: an attacker need not block the policy host for long.",
            "Raise max_age to a week (604800) or more."),

    /** The policy has no mx field, which modes enforce and testing demand. */
    POLICY_MX_MISSING(
            ERROR,
            "8461",
            "3.2",
            "The policy has no mx field, which modes enforce and testing demand.",
            "Add one mx line for each MX host of the domain.",
            ResultType.STS_POLICY_INVALID),

    /** The mx value is no host name, so the policy is invalid. */
    POLICY_MX_INVALID(
            ERROR,
            "8461",
            "3.2",
            "The mx value is no host name, so the policy is invalid.",
            "Write a host name of letters, digits, hyphens and dots, or *. and a domain.",
            ResultType.STS_POLICY_INVALID),

    /** The wildcard must be the whole left-most label, so the policy is invalid. */
    POLICY_MX_WILDCARD_MISPLACED(
            ERROR,
            "8461",
            "4.1",
            "The wildcard must be the whole left-most label, so the policy is invalid.",
            "Write *. and a domain, such as *.example.org; it stands for exactly one label.",
            ResultType.STS_POLICY_INVALID),

    /** The mx value is an address, and MX hosts have names. */
    POLICY_MX_IP_ADDRESS(
            ERROR,
            "8461",
            "3.2",
            "The mx value is an address, and MX hosts have names.",
            "Write the MX host's name as the MX record has it.",
            ResultType.STS_POLICY_INVALID),

    /** The mx value holds more than a host name: a port, a scheme, an e-mail address or a preference. */
    POLICY_MX_NOT_A_NAME(
            ERROR,
            "8461",
            "3.2",
            "The mx value holds more than a host name: a port, a scheme, an e-mail address or a preference.",
            "Write the host name alone.",
            ResultType.STS_POLICY_INVALID),

    /** Several hosts stand on one mx line, so the policy is invalid. */
    POLICY_MX_SEVERAL_ON_LINE(
            ERROR,
            "8461",
            "3.2",
            "Several hosts stand on one mx line, so the policy is invalid.",
            "Write one mx line for each host.",
            ResultType.STS_POLICY_INVALID),

    /** The mx value is in Unicode; it must be in A-labels. */
    POLICY_MX_U_LABEL(
            ERROR,
            "8461",
            "3.2",
            "The mx value is in Unicode; it must be in A-labels.",
            "Write the A-label (xn--…) of the name.",
            ResultType.STS_POLICY_INVALID),

    /** The mx value ends in a dot: not every sender matches it. */
    POLICY_MX_TRAILING_DOT(
            WARNING,
            "8461",
            "3.2",
            "The mx value ends in a dot: not every sender matches it.",
            "Delete the dot at the end."),

    /** The same mx pattern occurs twice. */
    POLICY_MX_DUPLICATE(INFO, "8461", "3.2", "The same mx pattern occurs twice.", "Delete the later one."),

    /** The wildcard trusts every host below a domain, far more than the MX hosts. */
    POLICY_MX_BROAD(
            WARNING,
            "8461",
            "10.4",
            "The wildcard trusts every host below a domain, far more than the MX hosts.",
            "Name the MX hosts one by one, or use a wildcard below a name that only MX hosts have."),

    /** The key is not in lower case, so senders take it for an unknown field. */
    POLICY_KEY_CASE(
            WARNING,
            "8461",
            "3.2",
            "The key is not in lower case, so senders take it for an unknown field.",
            "Write the key in lower case."),

    /** The key is unknown and looks like a misspelt one that is missing. */
    POLICY_KEY_TYPO(
            WARNING,
            "8461",
            "3.2",
            "The key is unknown and looks like a misspelt one that is missing.",
            "Correct the spelling of the key."),

    /** A field occurs twice; the first one counts. */
    POLICY_FIELD_DUPLICATE(
            WARNING, "8461", "3.2", "A field occurs twice; the first one counts.", "Delete the later one."),

    /** The policy has a field that RFC 8461 does not know; senders ignore it. */
    POLICY_FIELD_UNKNOWN(
            INFO,
            "8461",
            "3.2",
            "The policy has a field that RFC 8461 does not know; senders ignore it.",
            "Nothing needs to change if it is there on purpose."),

    /** The line is not of the form key: value, so the policy is invalid. */
    POLICY_LINE_MALFORMED(
            ERROR,
            "8461",
            "3.2",
            "The line is not of the form key: value, so the policy is invalid.",
            "Write key: value without white space before the key or the colon, or delete the line; the grammar has no comments.",
            ResultType.STS_POLICY_INVALID),

    /** The grammar knows no blank lines, and several senders refuse the policy for them. */
    POLICY_BLANK_LINE(
            WARNING,
            "8461",
            "3.2",
            "The grammar knows no blank lines, and several senders refuse the policy for them.",
            "Delete the blank lines."),

    /** Some lines end in LF and some in CRLF. */
    POLICY_LINE_ENDINGS_MIXED(
            WARNING,
            "8461",
            "3.2",
            "Some lines end in LF and some in CRLF.",
            "Save the file with one kind of line ending."),

    /** A carriage return stands without a line feed: it ends no line, so the policy is invalid. */
    POLICY_LINE_ENDING_BARE_CR(
            ERROR,
            "8461",
            "3.2",
            "A carriage return stands without a line feed: it ends no line, so the policy is invalid.",
            "End lines in CRLF or LF.",
            ResultType.STS_POLICY_INVALID),

    /** The policy begins with a byte order mark, so its first key is not the one that it seems to be. */
    POLICY_BOM(
            ERROR,
            "8461",
            "3.2",
            "The policy begins with a byte order mark, so its first key is not the one that it seems to be.",
            "Save the file as UTF-8 without a byte order mark.",
            ResultType.STS_POLICY_INVALID),

    /** The policy is not valid UTF-8, so it is invalid. */
    POLICY_NOT_UTF8(
            ERROR,
            "8461",
            "3.2",
            "The policy is not valid UTF-8, so it is invalid.",
            "Save the file as plain ASCII or UTF-8.",
            ResultType.STS_POLICY_INVALID),

    /** The policy has a control character, so it is invalid. */
    POLICY_CONTROL_CHARACTER(
            ERROR,
            "8461",
            "3.2",
            "The policy has a control character, so it is invalid.",
            "Delete the control character.",
            ResultType.STS_POLICY_INVALID),

    /** The look-up of the MX records failed, so nobody knows whether the policy covers the MX hosts. */
    MX_LOOKUP_FAILED(
            ERROR,
            "8461",
            "4.1",
            "The look-up of the MX records failed, so nobody knows whether the policy covers the MX hosts.",
            "Check the domain's name servers, and look again."),

    /** The domain has no MX record; senders fall back to the domain's own address. */
    MX_NOT_FOUND(
            WARNING,
            "5321",
            "5.1",
            "The domain has no MX record; senders fall back to the domain's own address.",
            "Publish an MX record for each mail host, or a null MX if the domain takes no mail."),

    /** The domain accepts no mail (null MX), so its policy protects nothing. */
    MX_NULL(
            WARNING,
            "7505",
            "3",
            "The domain accepts no mail (null MX), so its policy protects nothing.",
            "Remove the null MX if the domain takes mail; else retire the policy."),

    /** A null MX stands beside other MX records, which the RFC forbids. */
    MX_NULL_WITH_OTHERS(
            ERROR,
            "7505",
            "3",
            "A null MX stands beside other MX records, which the RFC forbids.",
            "Delete the null MX, or all the others."),

    /** An MX record names something that is no host name. */
    MX_INVALID(
            WARNING,
            "5321",
            "5.1",
            "An MX record names something that is no host name.",
            "Let the MX record name a host, and give that host the address."),

    /** An MX host is not covered by the policy: in enforce mode, senders do not deliver to it. */
    MX_NOT_COVERED(
            ERROR,
            "8461",
            "4.1",
            "An MX host is not covered by the policy: in enforce mode, senders do not deliver to it.",
            "Add an mx line for the host to the policy, or remove the host from the MX records.",
            ResultType.CERTIFICATE_HOST_MISMATCH),

    /** Not one MX host is covered by the policy: in enforce mode, all mail from conforming senders stops. */
    MX_NONE_COVERED(
            ERROR,
            "8461",
            "4.1",
            "Not one MX host is covered by the policy: in enforce mode, all mail from conforming senders stops.",
            "Add mx lines for the MX hosts to the policy at once.",
            ResultType.CERTIFICATE_HOST_MISMATCH),

    /** A pattern of the policy matches no MX host of today. */
    MX_PATTERN_UNUSED(
            INFO,
            "8461",
            "4.1",
            "A pattern of the policy matches no MX host of today.",
            "Remove the pattern if the host is gone for good."),

    /** A wildcard stands for exactly one label, and this host has more. */
    MX_WILDCARD_TOO_SHALLOW(
            INFO,
            "8461",
            "4.1",
            "A wildcard stands for exactly one label, and this host has more.",
            "Add the pattern that fits the host."),

    /** Whether the MX hosts offer STARTTLS with a valid certificate was not checked. */
    MX_STARTTLS_NOT_CHECKED(
            INFO,
            "8461",
            "4.2",
            "Whether the MX hosts offer STARTTLS with a valid certificate was not checked.",
            "Test each MX host from a machine that may use TCP port 25."),

    /** There is no TLSRPT record, so nobody reports failures to the domain. */
    TLSRPT_NOT_FOUND(
            INFO,
            "8460",
            "3",
            "There is no TLSRPT record, so nobody reports failures to the domain.",
            "Publish a TXT record at _smtp._tls below the domain."),

    /** The look-up of the TLSRPT record failed, which says nothing about whether it exists. */
    TLSRPT_LOOKUP_FAILED(
            WARNING,
            "8460",
            "3",
            "The look-up of the TLSRPT record failed, which says nothing about whether it exists.",
            "Check the domain's name servers, and look again."),

    /** There is more than one TLSRPT record, so nobody sends reports. */
    TLSRPT_MULTIPLE(
            ERROR,
            "8460",
            "3",
            "There is more than one TLSRPT record, so nobody sends reports.",
            "Delete all but one of the records that begin with v=TLSRPTv1."),

    /** Other TXT records stand beside the TLSRPT record; some reporters stumble over them. */
    TLSRPT_UNRELATED_TXT(
            WARNING,
            "8460",
            "3",
            "Other TXT records stand beside the TLSRPT record; some reporters stumble over them.",
            "Delete the other TXT records at _smtp._tls; a wildcard TXT record may be their source."),

    /** The record is meant as TLSRPT, but does not begin with v=TLSRPTv1, so reporters do not see it. */
    TLSRPT_VERSION_INVALID(
            ERROR,
            "8460",
            "3",
            "The record is meant as TLSRPT, but does not begin with v=TLSRPTv1, so reporters do not see it.",
            "Begin the record with v=TLSRPTv1; in exactly this spelling."),

    /** The version does not come first, so reporters do not see the record. */
    TLSRPT_VERSION_NOT_FIRST(
            ERROR,
            "8460",
            "3",
            "The version does not come first, so reporters do not see the record.",
            "Move v=TLSRPTv1; to the very beginning of the record."),

    /** White space stands before the first semicolon; reporters that look for v=TLSRPTv1; discard the record. */
    TLSRPT_SPACE_BEFORE_DELIMITER(
            WARNING,
            "8460",
            "3",
            "White space stands before the first semicolon; reporters that look for v=TLSRPTv1; discard the record.",
            "Write v=TLSRPTv1; without a space before the semicolon."),

    /** The record names no address for reports. */
    TLSRPT_RUA_MISSING(
            ERROR, "8460", "3", "The record names no address for reports.", "Add rua=mailto: and a mail address."),

    /** A report address is no usable URI. */
    TLSRPT_RUA_INVALID(
            ERROR,
            "8460",
            "3",
            "A report address is no usable URI.",
            "Write mailto: and a mail address, or https:// and a host."),

    /** A report address is neither mailto: nor https:. */
    TLSRPT_RUA_SCHEME(
            ERROR,
            "8460",
            "3",
            "A report address is neither mailto: nor https:.",
            "Write mailto: before a mail address, or use an https: URL."),

    /** A report address holds a raw exclamation mark, comma or semicolon, which has a meaning of its own in the record. */
    TLSRPT_RUA_UNENCODED(
            ERROR,
            "8460",
            "3",
            "A report address holds a raw exclamation mark, comma or semicolon, which has a meaning of its own in the record.",
            "Percent-encode it: %21, %2C or %3B."),

    /** The same report address occurs twice. */
    TLSRPT_RUA_DUPLICATE(INFO, "8460", "3", "The same report address occurs twice.", "Delete the later one."),

    /** The record ends in white space without a semicolon before it: the grammar forbids that, and strict reporters refuse the record. */
    TLSRPT_TRAILING_SPACE(
            ERROR,
            "8460",
            "3",
            "The record ends in white space without a semicolon before it: the grammar forbids that, and strict reporters refuse the record.",
            "Delete the white space at the end of the record."),

    /** A field is not of the form name=value, so the record is invalid. */
    TLSRPT_FIELD_MALFORMED(
            ERROR,
            "8460",
            "3",
            "A field is not of the form name=value, so the record is invalid.",
            "Delete the field, or write it as name=value with neither spaces nor further equals signs."),

    /** A field occurs twice; reporters differ in which they use. */
    TLSRPT_FIELD_DUPLICATE(
            WARNING,
            "8460",
            "3",
            "A field occurs twice; reporters differ in which they use.",
            "Delete the later one; several addresses go into one rua, with commas between."),

    /** The record has a field that RFC 8460 does not know; reporters ignore it. */
    TLSRPT_FIELD_UNKNOWN(
            INFO,
            "8460",
            "3",
            "The record has a field that RFC 8460 does not know; reporters ignore it.",
            "Nothing needs to change if it is there on purpose."),

    /** The record has octets outside US-ASCII, so it is invalid. */
    TLSRPT_NOT_ASCII(
            ERROR,
            "8460",
            "3",
            "The record has octets outside US-ASCII, so it is invalid.",
            "Type the record anew in plain ASCII, and percent-encode what is not."),

    /** The record is reached through a CNAME. */
    TLSRPT_VIA_CNAME(
            INFO,
            "8460",
            "3",
            "The record is reached through a CNAME.",
            "Nothing needs to change; whoever runs the target receives the reports.");

    private final Severity severity;
    private final String rfc;
    private final String section;
    private final String meaning;
    private final String remedy;
    private final @Nullable ResultType resultType;

    IssueCode(Severity severity, String rfc, String section, String meaning, String remedy) {
        this(severity, rfc, section, meaning, remedy, null);
    }

    IssueCode(
            Severity severity,
            String rfc,
            String section,
            String meaning,
            String remedy,
            @Nullable ResultType resultType) {
        this.severity = severity;
        this.rfc = rfc;
        this.section = section;
        this.meaning = meaning;
        this.remedy = remedy;
        this.resultType = resultType;
    }

    /**
     * The weight that the finding has unless the facts weigh it differently.
     *
     * @return the default severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Where the rule stands.
     *
     * @return such as {@code RFC 8461 §3.1}; empty for a rule of this library's own
     */
    public Optional<String> reference() {
        return rfc.isEmpty() ? Optional.empty() : Optional.of("RFC " + rfc + " §" + section);
    }

    /**
     * What the finding means.
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

    /**
     * What senders would report (RFC 8460, section 4.3).
     *
     * @return empty when they would report nothing
     */
    public Optional<ResultType> resultType() {
        return Optional.ofNullable(resultType);
    }
}
