package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;

/** The server of a zone appends the domain to a CNAME's target without a final dot (RFC 1035, section 5.1). */
final class LostDot {

    private LostDot() {}

    /** What a target that does not exist was perhaps meant to be, in a sentence; empty where it does not end in the domain. */
    static String hint(String target, DomainName domain) {
        String name = DomainName.canonical(target);
        String meant = name.endsWith("." + domain)
                ? name.substring(0, name.length() - domain.text().length())
                : "";
        return meant.indexOf('.') < meant.length() - 1
                ? " If the target is meant to be " + meant
                        + " the CNAME in the zone lacks this final dot: write it there."
                : "";
    }
}
