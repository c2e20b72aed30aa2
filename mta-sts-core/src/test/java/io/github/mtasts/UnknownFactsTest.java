package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Evidence may say nothing of a fact: nothing is invented for it. */
class UnknownFactsTest {

    @Test
    void aResponseWithoutAStatusIsNotReportedAsZero() {
        assertThat(issues(Map.of("status", "OK", "body", HealthyDomain.POLICY)))
                .filteredOn(issue -> issue.code() == IssueCode.FETCH_HTTP_STATUS)
                .extracting(Issue::message)
                .containsExactly("The response has no status, so senders see no policy.");
    }

    @Test
    void aFailedLookupOfThePolicyHostIsOneSentenceWithTheResolversWords() {
        assertThat(issues(Map.of(
                        "status",
                        "HOST_LOOKUP_FAILED",
                        "detail",
                        "192.0.2.53:53 is unreachable: nothing listens there")))
                .filteredOn(issue -> issue.code() == IssueCode.FETCH_HOST_LOOKUP_FAILED)
                .extracting(Issue::message)
                .containsExactly("A temporary failure prevented the lookup of mta-sts.example.org"
                        + " (192.0.2.53:53 is unreachable: nothing listens there).");
    }

    @Test
    void aCertificateThatSaysNothingRaisesNothing() {
        assertThat(issues(Map.of(
                        "status",
                        "OK",
                        "http_status",
                        200,
                        "content_type",
                        "text/plain",
                        "body",
                        HealthyDomain.POLICY,
                        "certificate",
                        Map.of())))
                .isEmpty();
    }

    @Test
    void evidenceOfNothingIsUndeterminedAndRaisesNothing() {
        MtaStsReport report = HealthyDomain.judge(Evidence.fromMap(Map.of("domain", "example.org")));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.issues()).isEmpty();
        assertThat(report.recommendations())
                .extracting(Recommendation::message)
                .containsExactly(
                        "Check again in a few minutes: the MTA-STS record, the policy and the MX records could not"
                                + " be seen. Publish nothing before.");
    }

    private static List<Issue> issues(Map<String, Object> policy) {
        return HealthyDomain.judge(Evidence.fromMap(Map.of("domain", "example.org", "policy", policy)))
                .issues();
    }
}
