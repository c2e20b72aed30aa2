package io.github.mtasts.service.http;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.syntax.DomainName;
import java.util.List;
import java.util.Map;

/** The domain that a request names, which is refused with the reason when there can be no such domain. */
final class DomainParameter {

    static final String NAME = "domain";
    private static final String TITLE = "Bad domain";

    private DomainParameter() {}

    /** The only value, as it was given. */
    static String of(List<String> values) {
        if (values.isEmpty()) {
            throw refused("The parameter domain is missing. Say which domain to check: domain=example.org.", Map.of());
        }
        if (values.size() > 1) {
            throw refused(
                    "The parameter domain is given " + values.size()
                            + " times. Check one domain a request, or ask for a batch.",
                    Map.of());
        }
        String domain = values.get(0).strip();
        List<Issue> issues = DomainName.parse(domain).issues();
        if (DomainName.parse(domain).value().isEmpty()) {
            throw refused(
                    issues.stream()
                            .findFirst()
                            .map(issue -> issue.message() + " " + issue.remedy())
                            .orElse("This is no domain that can be checked."),
                    Map.of("issues", issues.stream().map(Issue::toMap).toList()));
        }
        return domain;
    }

    private static ProblemException refused(String detail, Map<String, ?> extensions) {
        return new ProblemException(new Problem(400, TITLE, detail, extensions));
    }
}
