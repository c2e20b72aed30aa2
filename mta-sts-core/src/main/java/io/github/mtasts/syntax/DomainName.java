package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import java.util.Objects;

/**
 * A policy domain (RFC 8461, section 3.4) as the DNS has it.
 *
 * @param text A-labels in lower case, without a final dot
 */
public record DomainName(String text) {

    /** Refuses anything but the canonical form with {@link IllegalArgumentException}. */
    public DomainName {
        if (!HostNames.isDomain(Objects.requireNonNull(text, "text"))
                || DomainNameParser.isNumeric(text)
                || !Chars.lower(text).equals(text)) {
            throw new IllegalArgumentException("not a domain name in canonical form: " + RemoteText.quote(text));
        }
    }

    /**
     * Reads a domain name as people write it: any case, a final dot, Unicode where IDNA2003 and IDNA2008 agree.
     *
     * @param text any text
     * @return never throws; subject {@code domain}, issues without a place, without fields
     */
    public static Parsed<DomainName> parse(String text) {
        return new DomainNameParser(Objects.requireNonNull(text, "text")).parse();
    }

    /**
     * The form in which the DNS compares names (RFC 4343), whether or not they are policy domains.
     *
     * @param name any text
     * @return its ASCII letters in lower case, without a final dot
     */
    public static String canonical(String name) {
        String lower = Chars.lower(Objects.requireNonNull(name, "name"));
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /**
     * Where the MTA-STS record stands (RFC 8461, section 3.1).
     *
     * @return {@code _mta-sts.} and the domain
     */
    public String recordName() {
        return "_mta-sts." + text;
    }

    /**
     * Where the TLSRPT record stands (RFC 8460, section 3).
     *
     * @return {@code _smtp._tls.} and the domain
     */
    public String tlsRptName() {
        return "_smtp._tls." + text;
    }

    /**
     * Which host serves the policy (RFC 8461, section 3.3).
     *
     * @return {@code mta-sts.} and the domain
     */
    public String policyHost() {
        return "mta-sts." + text;
    }

    /**
     * Where the policy is served (RFC 8461, section 3.3).
     *
     * @return an https URL
     */
    public String policyUrl() {
        return "https://" + policyHost() + "/.well-known/mta-sts.txt";
    }

    /** The domain. */
    @Override
    public String toString() {
        return text;
    }
}
