package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.evidence;
import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.HealthyDomain.served;
import static io.github.mtasts.HealthyDomain.txt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence as large as strangers can make it: what is said of it stays small. */
class HugeEvidenceTest {

    private static final int MANY = 3000;

    @Test
    void manyUncoveredHostsGiveTwentyIssuesAndACountOfTheRest() {
        List<Issue> uncovered = found(
                evidence().mx(hosts(i -> "mx" + i + ".example.net", "mail.example.org")), IssueCode.MX_NOT_COVERED);

        assertThat(uncovered).hasSize(20);
        assertThat(uncovered.get(19).message())
                .endsWith(" There are 2980 more like this; a report keeps 20 of a code.");
    }

    @Test
    void manyInvalidHostsGiveTwentyIssues() {
        assertThat(found(evidence().mx(hosts(i -> "_" + i, "mail.example.org")), IssueCode.MX_INVALID))
                .hasSize(20);
    }

    @Test
    void manyUnusedPatternsGiveTwentyIssues() {
        assertThat(found(
                        evidence().policy(served(policy(i -> "mx" + i + ".example.net"))), IssueCode.MX_PATTERN_UNUSED))
                .hasSize(20);
    }

    @Test
    void manyBroadPatternsGiveTwentyIssues() {
        assertThat(found(evidence().policy(served(policy(i -> "*.a" + i))), IssueCode.POLICY_MX_BROAD))
                .hasSize(20);
    }

    @Test
    void manyUnrelatedRecordsAreOneIssue() {
        String[] records = IntStream.range(0, MANY)
                .mapToObj(i -> i == 0 ? HealthyDomain.RECORD : "junk " + i)
                .toArray(String[]::new);

        assertThat(found(evidence().mtaStsTxt(txt(records)), IssueCode.RECORD_UNRELATED_TXT))
                .singleElement()
                .extracting(Issue::message)
                .asString()
                .endsWith("and 2989 more.");
    }

    @Test
    void theJsonHasTheFirstHundredOfEachListAndSaysHowManyItLeavesOut() {
        Map<String, Object> json = hugeReport().toMap();

        assertThat((List<?>) json.get("mx")).hasSize(100);
        assertThat(object(json, "policy").get("mx")).asInstanceOf(LIST).hasSize(100);
        assertThat(object(json, "tls_rpt").get("rua")).asInstanceOf(LIST).hasSize(100);
        assertThat(object(json, "certificate").get("names")).asInstanceOf(LIST).hasSize(100);
        assertThat(json.get("left_out")).isEqualTo(Map.of("policy_mx", 1901, "rua", 2900, "mx", 2901, "names", 2900));
    }

    @Test
    void theVerdictKnowsWhatTheJsonLeavesOut() {
        assertThat(judge(evidence()
                                .mx(hosts(i -> "mail.example.org", "mail.example.net"))
                                .build())
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aReportThatIsReadSaysTheSameOfWhatWasLeftOut() {
        MtaStsReport huge = hugeReport();

        MtaStsReport read = MtaStsReport.fromMap(huge.toMap());

        assertThat(read.toMap()).isEqualTo(huge.toMap());
        assertThat(read.toText()).contains("… and 2981 more").isEqualTo(huge.toText());
    }

    @Test
    void aPolicyOver64KiBIsNeverAdvised() {
        Lookup<MxHost> hosts = hosts(i -> "a-mail-host-of-many-" + i + ".example.net", "mail.example.org");

        assertThat(judge(evidence().mx(hosts).build()).recommendations())
                .anyMatch(step -> step.message().contains("senders discard a policy over 64 KiB"))
                .allMatch(step -> step.publish().map(String::length).orElse(0) <= 65_536);
        assertThat(judge(HealthyDomain.evidence()
                                .mx(hosts)
                                .policy(PolicyResponse.builder(FetchStatus.OK)
                                        .httpStatus(404)
                                        .build())
                                .build())
                        .recommendations())
                .anyMatch(step -> step.message().contains("senders discard a policy over 64 KiB"))
                .allMatch(step -> step.publish().map(String::length).orElse(0) <= 65_536);
    }

    private static MtaStsReport hugeReport() {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(i -> "n" + i + ".example.org").toList();
        String addresses = IntStream.range(0, MANY)
                .mapToObj(i -> "mailto:a" + i + "@example.org")
                .collect(Collectors.joining(","));
        return judge(evidence()
                .mx(hosts(i -> "mx" + i + ".example.net", "mail.example.org"))
                .tlsRptTxt(txt("v=TLSRPTv1; rua=" + addresses))
                .policy(served(policy(i -> "mx" + i + ".example.net")).toBuilder()
                        .certificate(
                                new CertificateSummary(Optional.empty(), Optional.empty(), Optional.empty(), names))
                        .build())
                .build());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> json, String key) {
        return (Map<String, Object>) Objects.requireNonNull(json.get(key));
    }

    private static List<Issue> found(Evidence.Builder evidence, IssueCode code) {
        return judge(evidence.build()).issues().stream()
                .filter(issue -> issue.code() == code)
                .toList();
    }

    private static Lookup<MxHost> hosts(IntFunction<String> name, String last) {
        return Lookup.found(IntStream.rangeClosed(0, MANY)
                .mapToObj(i -> new MxHost(10, i == MANY ? last : name.apply(i)))
                .toList());
    }

    private static String policy(IntFunction<String> pattern) {
        return HealthyDomain.POLICY
                + IntStream.range(0, 2000)
                        .mapToObj(i -> "mx: " + pattern.apply(i) + "\r\n")
                        .collect(Collectors.joining());
    }
}
