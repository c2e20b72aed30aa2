package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.DOMAIN_INVALID;
import static io.github.mtasts.issue.IssueCode.DOMAIN_UNICODE_AMBIGUOUS;
import static io.github.mtasts.issue.IssueCode.DOMAIN_UNICODE_CONVERTED;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import java.util.Optional;

/** Reads a domain name as people type it. */
final class DomainNameParser {

    private final String given;
    private final PlacedIssues found = new PlacedIssues();

    DomainNameParser(String given) {
        this.given = given;
    }

    Parsed<DomainName> parse() {
        String name = given.endsWith(".") ? given.substring(0, given.length() - 1) : given;
        Optional<DomainName> value = Optional.empty();
        if (ULabels.isAscii(name)) {
            value = ascii(name);
        } else if (ULabels.isAmbiguous(name)) {
            ambiguous(name);
        } else {
            value = ULabels.toAscii(name).flatMap(this::ascii);
            if (value.isPresent()) {
                found.add(
                        DOMAIN_UNICODE_CONVERTED,
                        "The domain " + quoted() + " was checked in its A-label form, " + value.get() + "."
                                + Disguise.of(name).orElse(""));
            } else if (!found.hasError()) {
                invalid("it cannot be converted to A-labels");
            }
        }
        return new Parsed<>(Octets.of(given), value, List.of(), found.sorted());
    }

    private void ambiguous(String name) {
        String older = ULabels.ofIdna2003(name);
        Optional<String> newer = ULabels.ofIdna2008(name);
        found.add(
                DOMAIN_UNICODE_AMBIGUOUS,
                "IDNA2003 maps " + quoted() + " to " + older
                        + newer.map(label -> ", IDNA2008 to " + label + ".")
                                .orElse(", and IDNA2008 allows no such name.")
                        + Disguise.of(name).orElse(""),
                newer.map(label -> "Give " + older + " or " + label + ", whichever is registered.")
                        .orElse("Give " + older + ", if that is the name that is registered."));
    }

    private Optional<DomainName> ascii(String name) {
        if (HostNames.isDomain(name) && !isNumeric(name)) {
            return Optional.of(new DomainName(Chars.lower(name)));
        }
        invalid(why(name));
        return Optional.empty();
    }

    private void invalid(String why) {
        found.add(
                DOMAIN_INVALID,
                quoted() + " is not a domain name: " + why + "."
                        + Disguise.of(given).orElse(""));
    }

    private String quoted() {
        return RemoteText.quote(given);
    }

    private static String why(String name) {
        if (name.isEmpty()) {
            return "it is empty";
        }
        if (name.indexOf("://") >= 0 || name.indexOf('/') >= 0) {
            return "it is a URL or a path";
        }
        if (name.indexOf('@') >= 0) {
            return "it is an e-mail address; give the part after the @";
        }
        if (isNumeric(name) || name.startsWith("[") || HostNames.isIpv6(name)) {
            return "it is an address; MTA-STS applies to names";
        }
        if (endsInPort(name)) {
            return "it has a port; give the name alone";
        }
        if (name.startsWith("*.")) {
            return "it is a wildcard; give one domain";
        }
        if (name.startsWith("_mta-sts.") || name.startsWith("_smtp._tls.")) {
            return "it is the name of a record; give the domain to which the record belongs";
        }
        if (name.length() > HostNames.MAX_NAME) {
            return "it has " + name.length() + " octets; 253 are allowed";
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            return "a label is empty";
        }
        return "labels have 1 to 63 letters, digits and inner hyphens";
    }

    private static boolean endsInPort(String name) {
        int colon = name.lastIndexOf(':');
        return colon > 0 && HostNames.isDomain(name.substring(0, colon)) && Chars.isDigits(name.substring(colon + 1));
    }

    /** No top-level domain is a number (RFC 3696, section 2), so such a name is an address or part of one. */
    static boolean isNumeric(String name) {
        return Chars.isDigits(name.substring(name.lastIndexOf('.') + 1));
    }
}
