package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.POLICY_LINE_MALFORMED;
import static io.github.mtasts.issue.IssueCode.POLICY_MX_DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.SourceSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No text floods its report: at most 20 issues of one code, the last of which counts the rest. */
class PlacedIssuesTest {

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";

    private static List<Issue> of(IssueCode code, String text) {
        return StsPolicy.parse(text).issues().stream()
                .filter(issue -> issue.code() == code)
                .toList();
    }

    @Test
    void twentyOfOneCodeAreAllSaid() {
        assertThat(of(POLICY_LINE_MALFORMED, POLICY + "junk\n".repeat(20)))
                .hasSize(20)
                .noneMatch(issue -> issue.message().contains("more like this"));
    }

    @Test
    void theTwentiethCountsTheRest() {
        var issues = of(POLICY_LINE_MALFORMED, POLICY + "junk\n".repeat(25));

        assertThat(issues).hasSize(20);
        assertThat(issues.get(18).message()).doesNotContain("more like this");
        assertThat(issues.get(19).message()).endsWith(" There are 5 more like this; a report keeps 20 of a code.");
        assertThat(issues.get(19).span()).map(SourceSpan::line).contains(24);
    }

    @Test
    void eachCodeIsCountedForItself() {
        String text = POLICY + "junk\n".repeat(25) + "mx: mail.example.com\n".repeat(3);

        assertThat(of(POLICY_MX_DUPLICATE, text)).hasSize(3);
    }

    @Test
    void anErrorBeyondTheLimitStillRefuses() {
        String warnings = "mx: 192.0.2.1\n".repeat(25);

        assertThat(StsPolicy.parse(POLICY + warnings).value()).isPresent();
        assertThat(StsPolicy.parse(POLICY + warnings + "mx: 2001:db8::1\n").value())
                .isEmpty();
    }

    @Test
    void issuesAreInTheOrderOfTheirPlacesAndThoseWithoutOneLast() {
        var issues = StsPolicy.parse("junk\nMode: enforce\nmaxage: 1\nmx: a_b\nmx: c\n")
                .issues();

        assertThat(issues.stream()
                        .map(issue -> issue.span().map(SourceSpan::line).orElse(99)))
                .isSorted()
                .endsWith(99, 99);
    }
}
