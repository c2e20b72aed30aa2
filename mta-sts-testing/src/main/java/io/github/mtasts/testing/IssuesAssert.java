package io.github.mtasts.testing;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.StsPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What can be asserted of every report. A failure is one sentence, and below it the report for people. */
@SuppressWarnings("exports") // AssertJ is optional: users of this class require it.
abstract class IssuesAssert<S extends IssuesAssert<S, A>, A> extends AbstractAssert<S, A> {

    IssuesAssert(A actual, Class<S> type) {
        super(actual, type);
    }

    /** What the sentence calls it. */
    abstract String name();

    abstract List<Issue> issues();

    abstract Optional<StsPolicy> policy();

    /** The report for people. */
    abstract String text();

    /**
     * Passes when no issue has the severity ERROR.
     *
     * @return this
     */
    public S hasNoErrors() {
        return hasNone(Severity.ERROR, "errors");
    }

    /**
     * Passes when no issue has the severity WARNING. Errors are not warnings, and what has the severity INFO is neither.
     *
     * @return this
     */
    public S hasNoWarnings() {
        return hasNone(Severity.WARNING, "warnings");
    }

    /**
     * Passes when there is an issue of this code.
     *
     * @param code its code
     * @return this
     */
    public S hasIssue(IssueCode code) {
        Objects.requireNonNull(code, "code");
        isNotNull();
        if (!codes(issues().stream()).contains(code)) {
            unmet("the issue " + code, listed(issues().stream()));
        }
        return myself;
    }

    /**
     * Passes when there is no issue of this code.
     *
     * @param code its code
     * @return this
     */
    public S hasNoIssue(IssueCode code) {
        Objects.requireNonNull(code, "code");
        isNotNull();
        if (codes(issues().stream()).contains(code)) {
            unmet("no issue " + code, "it has one");
        }
        return myself;
    }

    /**
     * Passes when the policy is valid, and one of its mx patterns covers each of the hosts.
     *
     * @param hosts names of MX hosts, at least one, else {@link IllegalArgumentException}
     * @return this
     */
    public S coversMx(String... hosts) {
        if (Objects.requireNonNull(hosts, "hosts").length == 0) {
            throw new IllegalArgumentException("coversMx without a host");
        }
        isNotNull();
        List<String> uncovered = Stream.of(hosts)
                .filter(host -> policy().flatMap(policy -> policy.coveredBy(Objects.requireNonNull(host, "host")))
                        .isEmpty())
                .toList();
        if (!uncovered.isEmpty()) {
            unmet(
                    "a pattern for " + String.join(", ", hosts),
                    policy().map(policy -> uncovered(policy, uncovered)).orElse("it is not a valid policy"));
        }
        return myself;
    }

    private static String uncovered(StsPolicy policy, List<String> hosts) {
        return policy.mx().isEmpty()
                ? "it has no patterns"
                : "none of its patterns (" + RemoteText.list(policy.mx()) + ") matches " + String.join(", ", hosts);
    }

    private S hasNone(Severity severity, String plural) {
        isNotNull();
        List<Issue> found =
                issues().stream().filter(issue -> issue.severity() == severity).toList();
        if (!found.isEmpty()) {
            unmet("no " + plural, listed(found.stream()));
        }
        return myself;
    }

    /** Fails with one sentence, and the report. */
    void unmet(String expected, String found) {
        failWithMessage("%s", "Expected " + name() + " to have " + expected + ", but " + found + ".\n\n" + text());
    }

    private static List<IssueCode> codes(Stream<Issue> issues) {
        return issues.map(Issue::code).distinct().toList();
    }

    private static String listed(Stream<Issue> issues) {
        List<IssueCode> codes = codes(issues);
        return codes.isEmpty()
                ? "it has no issues"
                : "it has " + codes.stream().map(IssueCode::name).collect(Collectors.joining(", "));
    }
}
