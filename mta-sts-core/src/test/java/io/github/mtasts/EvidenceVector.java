package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Evidence, and what judging it must come to.
 *
 * @param where file and line
 * @param reason what the block is about
 * @param nearMiss the code that it must not raise although it looks like it
 * @param issues as {@link #issue} writes them, sorted
 * @param coverage as {@link #coverage} writes it; empty when the block says nothing of it
 */
record EvidenceVector(
        String where,
        String reason,
        Optional<IssueCode> nearMiss,
        Evidence evidence,
        Verdict verdict,
        List<String> issues,
        List<Advice> advice,
        List<String> coverage) {

    boolean expects(IssueCode code) {
        return issues.stream().anyMatch(issue -> issue.startsWith(code + " "));
    }

    static String issue(Issue issue) {
        String place = issue.span()
                .map(span -> span.line() + ":" + span.column() + "+" + span.length())
                .orElse("-");
        return issue(
                issue.code(),
                issue.severity().name(),
                issue.host().orElse(issue.subject().text()),
                place);
    }

    static String issue(IssueCode code, String severity, String subject, String place) {
        return code + " " + severity.toLowerCase(Locale.ROOT) + " " + subject + " " + place;
    }

    static String coverage(MxCoverage host) {
        return host.host() + " " + host.preference().map(String::valueOf).orElse("-") + " "
                + host.coveredBy().orElse("-");
    }

    @Override
    public String toString() {
        return reason + " (" + where + ")";
    }
}
