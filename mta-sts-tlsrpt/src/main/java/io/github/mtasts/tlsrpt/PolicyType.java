package io.github.mtasts.tlsrpt;

import java.util.Arrays;
import java.util.Optional;

/** The type of policy that a sender applied (RFC 8460, section 4.4). */
public enum PolicyType {
    /** DANE: TLSA records of the MX host. */
    TLSA("tlsa"),
    /** An MTA-STS policy. */
    STS("sts"),
    /** The domain has neither. */
    NO_POLICY_FOUND("no-policy-found");

    private final String text;

    PolicyType(String text) {
        this.text = text;
    }

    /** Case is ignored. */
    static Optional<PolicyType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /**
     * The name used in reports.
     *
     * @return lower case with hyphens
     */
    public String text() {
        return text;
    }
}
