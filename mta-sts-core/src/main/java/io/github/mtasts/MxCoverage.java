package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import java.util.Optional;

/**
 * An MX host, and how the policy covers it.
 *
 * @param host its name as it stands in the DNS; the domain itself where there is no MX record
 * @param preference of the MX record; empty where there is none
 * @param coveredBy the first pattern that matches the host, as written; empty when none does, or without a valid policy
 */
public record MxCoverage(String host, Optional<Integer> preference, Optional<String> coveredBy) {

    /** Host and pattern, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(host)
                + coveredBy.map(by -> " covered by " + RemoteText.escape(by)).orElse("");
    }
}
