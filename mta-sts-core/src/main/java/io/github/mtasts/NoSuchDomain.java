package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import java.util.List;

/** A domain that does not exist: what else is missing follows from that, and nobody can publish it. */
final class NoSuchDomain {

    private static final String REMEDY = "Nothing can be published here until the domain exists.";

    private NoSuchDomain() {}

    /** The issues of such a domain: those that are only worth knowing ask for nothing. */
    static List<Issue> quiet(List<Issue> issues) {
        return issues.stream().noneMatch(issue -> issue.code() == IssueCode.DOMAIN_NOT_FOUND)
                ? issues
                : issues.stream()
                        .map(issue -> follows(issue) ? issue.withRemedy(REMEDY) : issue)
                        .toList();
    }

    private static boolean follows(Issue issue) {
        return issue.severity() == Severity.INFO && issue.code().family() != Subject.DOMAIN;
    }
}
