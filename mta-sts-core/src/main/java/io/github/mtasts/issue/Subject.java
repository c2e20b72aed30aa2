package io.github.mtasts.issue;

import java.util.Locale;

/** What an issue is about: the domain's name, one of the three texts, how the policy is served, or an MX host. */
public enum Subject {
    DOMAIN,
    RECORD,
    FETCH,
    POLICY,
    MX,
    TLS_RPT;

    /**
     * The word for it in JSON.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
