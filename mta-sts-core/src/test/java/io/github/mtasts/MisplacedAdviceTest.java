package io.github.mtasts;

import static io.github.mtasts.issue.IssueCode.RECORD_MISPLACED;
import static io.github.mtasts.issue.IssueCode.TLSRPT_MISPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever deletes what the report says to delete loses a TXT record that nobody needs, and nothing else. */
class MisplacedAdviceTest {

    private static final Lookup<TxtRecord> NONE = Lookup.without(LookupStatus.NO_RECORDS, "");

    @Test
    void onlyTheTextGoesWhereOtherRecordsHaveTheSameName() {
        MtaStsReport report = report(Map.of("mta-sts.example.org", HealthyDomain.txt("v=STSv1; id=7")));
        String only =
                "elete only the TXT record that reads \"v=STSv1; id=7\" at mta-sts.example.org, and no other record"
                        + " there.";

        assertThat(remedy(report, RECORD_MISPLACED))
                .isEqualTo("Publish the record at _mta-sts.example.org, and d" + only);
        assertThat(advice(report, Advice.PUBLISH_RECORD).message()).contains(" at _mta-sts.example.org, and d" + only);
    }

    @Test
    void theSpfRecordBesideItStays() {
        MtaStsReport report = report(Map.of(
                "example.org",
                Lookup.found(List.of(
                        TxtRecord.of("v=spf1 mx -all"), TxtRecord.of("v=TLSRPTv1; rua=mailto:t@example.org")))));
        String only =
                "elete only the TXT record that reads \"v=TLSRPTv1; rua=mailto:t@example.org\" at example.org, and"
                        + " no other record there.";

        assertThat(remedy(report, TLSRPT_MISPLACED)).endsWith(only);
        assertThat(advice(report, Advice.PUBLISH_TLS_RPT).message())
                .startsWith(
                        "Publish the TLSRPT record at _smtp._tls.example.org, where senders look for it, and d" + only);
    }

    @Test
    void eachOfSeveralTextsIsNamed() {
        MtaStsReport report = report(Map.of(
                "_mta_sts.example.org",
                Lookup.found(List.of(TxtRecord.of("v=STSv1; id=1"), TxtRecord.of("v=STSv1; id=2")))));

        assertThat(remedy(report, RECORD_MISPLACED))
                .contains("delete only the TXT records that read \"v=STSv1; id=1\" and \"v=STSv1; id=2\" at");
    }

    @Test
    void everyMisplacedMtaStsRecordIsToBeDeleted() {
        MtaStsReport report = report(Map.of(
                "_mta_sts.example.org", HealthyDomain.txt("v=STSv1; id=1"),
                "mta-sts.example.org", HealthyDomain.txt("v=STSv1; id=2; foo=bar")));

        assertThat(advice(report, Advice.PUBLISH_RECORD).message())
                .contains(
                        "elete only the TXT record that reads \"v=STSv1; id=1\" at _mta_sts.example.org, and no other",
                        "elete only the TXT record that reads \"v=STSv1; id=2; foo=bar\" at mta-sts.example.org, and no",
                        " there. Also delete only ");
        assertThat(advice(report, Advice.PUBLISH_RECORD).publish().orElseThrow())
                .startsWith("v=STSv1; id=20")
                .endsWith("; foo=bar");
    }

    @Test
    void theAddressesOfAllMisplacedTlsRptRecordsAreKept() {
        Map<String, Lookup<TxtRecord>> places = new LinkedHashMap<>();
        places.put("_tlsrpt.example.org", HealthyDomain.txt("v=TLSRPTv1; rua=mailto:a@example.org"));
        places.put(
                "example.org",
                Lookup.found(List.of(
                        TxtRecord.of("v=TLSRPTv1; rua=mailto:b@example.org"),
                        TxtRecord.of("v=TLSRPTv1; rua=mailto:c@example.org"))));
        Recommendation advice = advice(report(places), Advice.PUBLISH_TLS_RPT);

        assertThat(advice.publish())
                .contains("v=TLSRPTv1; rua=mailto:a@example.org,mailto:b@example.org,mailto:c@example.org");
        assertThat(advice.message())
                .startsWith("Publish one TLSRPT record with the addresses of all at _smtp._tls.example.org, where")
                .contains(
                        " reads \"v=TLSRPTv1; rua=mailto:a@example.org\" at _tlsrpt.example.org, and no other record there."
                                + " Also delete only the TXT records that read \"v=TLSRPTv1; rua=mailto:b@example.org\" and"
                                + " \"v=TLSRPTv1; rua=mailto:c@example.org\" at example.org, and no other record there.");
    }

    @Test
    void aTextThatTheDomainPublishesAtTheTargetOfACnameGoesThere() {
        MtaStsReport report = report(Map.of(
                "mta-sts.example.org",
                HealthyDomain.txt("v=STSv1; id=7; foo=bar").withAliases(List.of("web.example.org."))));

        assertThat(remedy(report, RECORD_MISPLACED))
                .endsWith("delete only the TXT record that reads \"v=STSv1; id=7; foo=bar\" at web.example.org., and no"
                        + " other record there. mta-sts.example.org is a CNAME: leave it alone.");
        assertThat(advice(report, Advice.PUBLISH_RECORD).publish().orElseThrow())
                .endsWith("foo=bar");
    }

    @Test
    void aStrangersTextIsNeitherCopiedNorToBeDeleted() {
        Lookup<TxtRecord> record =
                HealthyDomain.txt("v=STSv1; id=9; foo=bar").withAliases(List.of("pages.host.example"));
        Lookup<TxtRecord> reports = HealthyDomain.txt("v=TLSRPTv1; rua=mailto:host@host.example")
                .withAliases(List.of("pages.host.example"));
        MtaStsReport report = report(Map.of("mta-sts.example.org", record, "_tlsrpt.example.org", reports));

        assertThat(remedy(report, RECORD_MISPLACED))
                .isEqualTo(
                        "Publish the record at _mta-sts.example.org. mta-sts.example.org is a CNAME, and the text stands"
                                + " at pages.host.example: leave both alone.");
        assertThat(advice(report, Advice.PUBLISH_RECORD).publish().orElseThrow())
                .doesNotContain("foo");
        assertThat(advice(report, Advice.PUBLISH_TLS_RPT).publish())
                .contains("v=TLSRPTv1; rua=mailto:tlsrpt@example.org");
        assertThat(report.recommendations())
                .extracting(Recommendation::message)
                .noneMatch(message -> message.contains("host.example") || message.contains("elete"));
    }

    @Test
    void aNameThatTheFetchFoundToBeACnameIsOneHereToo() {
        MtaStsReport report = HealthyDomain.judge(HealthyDomain.evidence()
                .mtaStsTxt(NONE)
                .policy(HealthyDomain.served(HealthyDomain.POLICY).toBuilder()
                        .aliases(List.of("pages.host.example"))
                        .build())
                .misplaced(Map.of("mta-sts.example.org", HealthyDomain.txt("v=STSv1; id=7")))
                .build());

        assertThat(remedy(report, RECORD_MISPLACED)).contains("pages.host.example: leave both alone");
    }

    private static MtaStsReport report(Map<String, Lookup<TxtRecord>> misplaced) {
        return HealthyDomain.judge(HealthyDomain.evidence()
                .mtaStsTxt(NONE)
                .tlsRptTxt(NONE)
                .misplaced(misplaced)
                .build());
    }

    private static String remedy(MtaStsReport report, IssueCode code) {
        return report.issues().stream()
                .filter(issue -> issue.code() == code)
                .map(Issue::remedy)
                .findFirst()
                .orElseThrow();
    }

    private static Recommendation advice(MtaStsReport report, Advice code) {
        return report.recommendations().stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
