package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A domain that does not exist: what else is missing follows from that, and nobody can publish it. A name below which
 * others exist does exist (RFC 8020, section 2), whatever the lookup of its MX records says.
 */
final class NoSuchDomain {

    private static final String REMEDY = "Nothing can be published here until the domain exists.";

    private NoSuchDomain() {}

    /** The issues of such a domain: those that are only worth knowing ask for nothing. */
    static List<Issue> judge(List<Issue> issues, DomainName domain, Evidence evidence) {
        if (issues.stream().noneMatch(NoSuchDomain::isNotFound)) {
            return issues;
        }
        return contradiction(domain, evidence)
                .map(sentence -> issues.stream()
                        .map(issue -> isNotFound(issue)
                                ? issue.withMessage(sentence).withRemedy(remedy(domain, evidence))
                                : issue)
                        .toList())
                .orElseGet(() -> issues.stream()
                        .map(issue -> follows(issue) ? issue.withRemedy(REMEDY) : issue)
                        .toList());
    }

    /** What to do about a domain that exists in part; empty for one that does not exist at all. */
    static Optional<Recommendation> advice(DomainName domain, Evidence evidence) {
        return contradiction(domain, evidence)
                .map(sentence -> new Recommendation(
                        Advice.CHECK_AGAIN,
                        sentence + " " + remedy(domain, evidence)
                                + " Then check again, and publish nothing until then.",
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Optional<String> contradiction(DomainName domain, Evidence evidence) {
        if (!evidence.mx().aliases().isEmpty()) {
            return Optional.of(
                    domain + " is a CNAME for " + RemoteText.list(evidence.mx().aliases()) + ", which does not exist.");
        }
        boolean exists = Stream.of(evidence.mtaStsTxt(), evidence.tlsRptTxt()).anyMatch(NoSuchDomain::shows)
                || evidence.policy().status() == FetchStatus.OK;
        return exists
                ? Optional.of("The lookup of the MX records says that " + domain
                        + " does not exist, but names below it do: its name servers contradict each other.")
                : Optional.empty();
    }

    private static String remedy(DomainName domain, Evidence evidence) {
        return evidence.mx().aliases().isEmpty()
                ? "Check the name servers and the delegation of " + domain + "."
                : "Correct the CNAME of " + domain + ", or publish the domain's own records in its place.";
    }

    private static boolean shows(Lookup<?> lookup) {
        return lookup.status() == LookupStatus.FOUND || lookup.status() == LookupStatus.NO_RECORDS;
    }

    private static boolean isNotFound(Issue issue) {
        return issue.code() == IssueCode.DOMAIN_NOT_FOUND;
    }

    private static boolean follows(Issue issue) {
        return issue.severity() == Severity.INFO && issue.code().family() != Subject.DOMAIN;
    }
}
