package io.github.mtasts.text;

import io.github.mtasts.issue.IssueCode;

/** The parts of a report, in the order of the RFC; each issue belongs to one. */
public enum Section {
    DOMAIN("Domain"),
    RECORD("MTA-STS record"),
    POLICY("Policy, and how it is served"),
    MX("MX hosts"),
    TLS_RPT("TLS reporting");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    /**
     * The part that an issue belongs to.
     *
     * @param code of the issue
     * @return its part
     */
    public static Section of(IssueCode code) {
        return switch (code.family()) {
            case DOMAIN -> DOMAIN;
            case RECORD -> RECORD;
            case FETCH, POLICY -> POLICY;
            case MX -> MX;
            case TLS_RPT -> TLS_RPT;
        };
    }

    /**
     * Its heading.
     *
     * @return words
     */
    public String title() {
        return title;
    }
}
