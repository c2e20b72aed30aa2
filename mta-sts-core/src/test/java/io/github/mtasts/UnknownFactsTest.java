package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2001:db8::1 | This machine has no way to the IPv6 address 2001:db8::1 of mta-sts.example.org (no route). It has no IPv4 address, so senders without IPv6 see no policy.",
                "192.0.2.1, 192.0.2.2 | This machine has no way to the IPv4 addresses 192.0.2.1, 192.0.2.2 of mta-sts.example.org (no route).",
                "192.0.2.1, 2001:db8::1 | This machine has no way to the addresses 192.0.2.1, 2001:db8::1 of mta-sts.example.org (no route).",
                "'' | This machine has no way to mta-sts.example.org (no route)."
            })
    void theOneFamilyThatThisMachineLacksIsNamed(String addresses, String message) {
        List<String> list = addresses.isEmpty() ? List.of() : List.of(addresses.split(", "));

        assertThat(issues(Map.of("status", "NETWORK_UNREACHABLE", "addresses", list, "detail", "no route")))
                .extracting(Issue::message)
                .contains(message);
    }

    @Test
    void silenceOfEveryLookupMayBeTheFaultOfThisMachinesOwnNameServer() {
        Map<String, ?> silent = Map.of("status", "TIMED_OUT");

        assertThat(HealthyDomain.judge(Evidence.fromMap(Map.of(
                                "domain", "example.org", "mta_sts_txt", silent, "tls_rpt_txt", silent, "mx", silent)))
                        .issues())
                .hasSize(3)
                .extracting(Issue::remedy)
                .allMatch(remedy -> remedy.contains("the name server of this machine may be the cause"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls_rpt_txt | RESOLVER_UNREACHABLE | the TLSRPT record could not be seen. Publish nothing until then. If that happens again, check this machine's own name server.",
                "policy | NETWORK_UNREACHABLE | the policy could not be seen. Publish nothing until then. If that happens again, check this machine's network."
            })
    void whatThisMachineLacksIsLookedAtOnThisMachine(String key, String status, String advice) {
        Map<String, Object> map = new HashMap<>(HealthyDomain.evidence().build().toMap());
        map.put(key, Map.of("status", status));

        assertThat(HealthyDomain.judge(Evidence.fromMap(map)).recommendations())
                .extracting(Recommendation::message)
                .containsExactly("Check again in a few minutes: " + advice);
    }

    @Test
    void oneAnswerClearsThisMachinesOwnNameServer() {
        Map<String, ?> silent = Map.of("status", "TIMED_OUT");
        Map<String, ?> answered = Map.of("status", "NO_RECORDS");

        assertThat(HealthyDomain.judge(Evidence.fromMap(Map.of(
                                "domain", "example.org", "mta_sts_txt", silent, "tls_rpt_txt", silent, "mx", answered)))
                        .issues())
                .extracting(Issue::remedy)
                .noneMatch(remedy -> remedy.contains("this machine"));
    }

    @Test
    void whyNoNameServerCouldBeAskedIsTold() {
        Map<String, ?> down = Map.of("status", "RESOLVER_UNREACHABLE", "detail", "192.0.2.53:53 is unreachable");

        assertThat(HealthyDomain.judge(Evidence.fromMap(Map.of("domain", "example.org", "mx", down)))
                        .issues())
                .extracting(Issue::message)
                .containsExactly("No name server of this machine could be reached (192.0.2.53:53 is unreachable),"
                        + " which says nothing about what the domain publishes.");
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
                                + " be seen. Publish nothing until then.");
    }

    private static List<Issue> issues(Map<String, Object> policy) {
        return HealthyDomain.judge(Evidence.fromMap(Map.of("domain", "example.org", "policy", policy)))
                .issues();
    }
}
