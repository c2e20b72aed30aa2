package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report read from its JSON: the values that it had, and what is wrong is named by its place. */
class ReportReaderTest {

    private static final String LEAST = "'domain':'a','has_mta_sts':false,'verdict':'ABSENT'";
    private static final String ISSUE = "'code':'MX_NOT_COVERED','severity':'ERROR','message':'m'";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theValuesAreThoseThatWereWritten() {
        MtaStsReport healthy = HealthyDomain.judge(HealthyDomain.evidence().build());

        MtaStsReport read = MtaStsReport.fromMap(healthy.toMap());

        assertThat(read.verdict()).isEqualTo(Verdict.ENFORCED);
        assertThat(read.record().flatMap(record -> record.value()).map(StsRecord::id))
                .isEqualTo(Optional.of("20261101"));
        assertThat(read.policy().flatMap(policy -> policy.value()))
                .isEqualTo(StsPolicy.parse(HealthyDomain.POLICY).value());
        assertThat(read.tlsRpt()).isEqualTo(healthy.tlsRpt());
        assertThat(read.mode()).isEqualTo(healthy.mode());
        assertThat(read.checkedAt()).isEqualTo(healthy.checkedAt());
        assertThat(read.toText()).isEqualTo(healthy.toText());
    }

    @Test
    void ofTheEvidenceItHasWhatTheJsonHas() {
        MtaStsReport healthy = HealthyDomain.judge(HealthyDomain.evidence().build());

        Evidence evidence = MtaStsReport.fromMap(healthy.toMap()).evidence();

        assertThat(evidence.domain()).isEqualTo("example.org");
        assertThat(evidence.checkedAt()).contains(HealthyDomain.NOW);
        assertThat(evidence.mx().status()).isEqualTo(LookupStatus.NOT_ATTEMPTED);
        assertThat(evidence.policy().status()).isEqualTo(FetchStatus.NOT_ATTEMPTED);
        assertThat(evidence.policy().certificate().orElseThrow().notAfter())
                .isEqualTo(HealthyDomain.certificate().notAfter());
    }

    @Test
    void nullsAndListsThatAreMissingAreReadAsSuch() throws JsonProcessingException {
        MtaStsReport least = read("{" + LEAST + "}");

        assertThat(MtaStsReport.fromMap(least.toMap())).isEqualTo(least);
        assertThat(least.toMap()).containsEntry("policy", null).containsEntry("issues", List.of());
    }

    @Test
    void theFirstOfSeveralRecordsStaysInvalid() {
        MtaStsReport several = HealthyDomain.judge(HealthyDomain.evidence()
                .mtaStsTxt(HealthyDomain.txt("v=STSv1; id=a", "v=STSv1; id=b"))
                .build());

        assertThat(MtaStsReport.fromMap(several.toMap()).record().orElseThrow().value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv1; id=\u00C3\u00A4", "v=STSv1; id=\u00C3(", "v=STSv1; id=\u00C3\u00A4; x=\u00FF"})
    void octetsThatAreNotUtf8AreReadAsTheyWereWritten(String octets) {
        MtaStsReport report = HealthyDomain.judge(Evidence.fromMap(Map.of(
                "domain",
                "example.org",
                "mta_sts_txt",
                Map.of("status", "FOUND", "records", List.of(List.of(octets))))));

        assertThat(MtaStsReport.fromMap(report.toMap()).toMap()).isEqualTo(report.toMap());
    }

    @Test
    void numbersMayHaveAnyType() {
        Map<String, @Nullable Object> map =
                HealthyDomain.judge(HealthyDomain.evidence().build()).toMap();
        Map<String, @Nullable Object> policy = new LinkedHashMap<>(MapView.object(map, "policy"));
        policy.put("max_age", 604800.0);
        map.put("policy", policy);

        assertThat(MtaStsReport.fromMap(map).policy().orElseThrow().value()).isPresent();
    }

    @Test
    void whatDoesNotShowIsEscaped() {
        Issue issue = Issue.fromMap(
                Map.of("code", "MX_NOT_COVERED", "severity", "INFO", "message", "a\u001B[31m", "host", "b\u202E"));

        assertThat(issue)
                .isEqualTo(Issue.of(IssueCode.MX_NOT_COVERED, "a\\x1B[31m")
                        .withSeverity(Severity.INFO)
                        .aboutHost("b\u202E"));
    }

    @Test
    void anIssueFarOutsideOfItsTextCanBeShown() throws JsonProcessingException {
        MtaStsReport far = read("{" + LEAST + ",'dns_record':{'raw':'x','valid':false},'issues':[{"
                + "'code':'RECORD_ID_INVALID','severity':'ERROR','message':'m','line':1,'column':2147483647,"
                + "'length':2147483647}]}");

        assertThat(far.toText()).contains("RECORD_ID_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | domain is missing",
                "{'domain':'a'} | verdict is missing",
                "{'domain':'a','verdict':'FINE'} | verdict is unknown: FINE",
                "{'domain':'a','verdict':'ABSENT'} | has_mta_sts is missing",
                "{'domain':'a','verdict':'ABSENT','has_mta_sts':1} | has_mta_sts is not a boolean",
                "{LEAST,'dns_record':[]} | dns_record is not a map",
                "{LEAST,'dns_record':{'valid':false}} | dns_record.raw is missing",
                "{LEAST,'dns_record':{'raw':'x'}} | dns_record.valid is missing",
                "{LEAST,'dns_record':{'raw':'x','valid':true}} | dns_record.valid does not match raw",
                "{LEAST,'dns_record':{'raw':'x','valid':false,'id':'1'}} | dns_record.id does not match raw",
                "{LEAST,'policy':{'raw':'','valid':false,'mx':5}} | policy.mx does not match raw",
                "{LEAST,'policy':{'raw':'max_age: 5','valid':false,'mx':[],'max_age':6}} | policy.max_age does not match raw",
                "{LEAST,'tls_rpt':{'raw':'x','valid':false,'rua':['mailto:a@b.example']}} | tls_rpt.rua does not match raw",
                "{LEAST,'mode':'enforce'} | mode does not match the policy",
                "{LEAST,'policy_url':5} | policy_url is not a string",
                "{LEAST,'issues':{}} | issues is not a list",
                "{LEAST,'issues':[5]} | issues[0] is not a map",
                "{LEAST,'issues':[{'code':'X'}]} | issues[0].code is unknown: X",
                "{LEAST,'issues':[{ISSUE},{ISSUE,'line':0}]} | issues[1].line is less than 1",
                "{LEAST,'issues':[{ISSUE,'line':1,'column':1}]} | issues[0].length is missing",
                "{LEAST,'issues':[{ISSUE,'line':1,'column':1,'length':-1}]} | issues[0].length is negative",
                "{LEAST,'recommendations':[null]} | recommendations[0] is not a map",
                "{LEAST,'recommendations':[{'code':'FIX_POLICY'}]} | recommendations[0].message is missing",
                "{LEAST,'mx':[{}]} | mx[0].host is missing",
                "{LEAST,'mx':[{'host':'a','preference':'1'}]} | mx[0].preference is not a number",
                "{LEAST,'certificate':{'not_after':'soon'}} | certificate.not_after is not an instant",
                "{LEAST,'checked_at':'today'} | checked_at is not an instant"
            })
    void whatIsWrongIsNamedByItsPath(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text.replace("LEAST", LEAST).replace("{ISSUE", "{" + ISSUE)))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'issues':[]} | one of dns_record, policy and tls_rpt is needed, not 0",
                "{'policy':null,'tls_rpt':null} | one of dns_record, policy and tls_rpt is needed, not 2",
                "{'policy':{'raw':5}} | policy.raw is not a string",
                "{'policy':null,'issues':[{}]} | issues[0].code is missing"
            })
    void soIsWhatIsWrongInTheReportOfAText(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextReport.fromMap(map(text)))
                .withMessageStartingWith(message);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMapIsNeeded() {
        assertThatNullPointerException().isThrownBy(() -> MtaStsReport.fromMap(null));
    }

    private MtaStsReport read(String text) throws JsonProcessingException {
        return MtaStsReport.fromMap(map(text));
    }

    private Map<?, ?> map(String text) throws JsonProcessingException {
        return json.readValue(text.replace('\'', '"'), Map.class);
    }
}
