package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence as JSON: what is missing is unknown, and what is wrong is named by its place. */
class EvidenceMapTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theDomainAloneIsEvidence() throws JsonProcessingException {
        assertThat(read("{'domain':'example.org'}"))
                .isEqualTo(Evidence.builder().domain("example.org").build());
    }

    @Test
    void nullsMeanUnknown() throws JsonProcessingException {
        assertThat(read("""
                                {'domain':'example.org','checked_at':null,'mta_sts_txt':null,'tls_rpt_txt':{'status':null,
                                'records':null,'aliases':null,'authenticated':null,'detail':null},'mx':{},'policy':{'status':null,
                                'http_status':null,'content_type':null,'body':null,'location':null,'aliases':null,
                                'addresses':null,'certificate':null,'detail':null}}
                                """)).isEqualTo(Evidence.builder().domain("example.org").build());
    }

    @Test
    void unknownKeysAreIgnored() throws JsonProcessingException {
        assertThat(read("{'domain':'example.org','x':[1],'mx':{'status':'FOUND','y':{},"
                                + "'records':[{'preference':10,'exchange':'mx.example.org','ttl':60}]}}")
                        .mx())
                .isEqualTo(Lookup.found(List.of(new MxHost(10, "mx.example.org"))));
    }

    @Test
    void misplacedLookupsAreReadByTheirNames() throws JsonProcessingException {
        assertThat(
                        read("{'domain':'example.org','misplaced':{'_tlsrpt.example.org':{'status':'FOUND','records':[['a','b']]},"
                                        + "'mta-sts.example.org':{'status':'NO_RECORDS'},'_mta_sts.example.org':null}}")
                                .misplaced())
                .containsExactly(
                        Map.entry("_tlsrpt.example.org", Lookup.found(List.of(TxtRecord.of("a", "b")))),
                        Map.entry("mta-sts.example.org", Lookup.without(LookupStatus.NO_RECORDS, "")));
    }

    @Test
    void keysComeInTheirOrder() {
        Map<?, ?> map = HealthyDomain.evidence().build().toMap();

        assertThat(MapView.object(Map.of("evidence", map), "evidence").keySet())
                .containsExactly("domain", "checked_at", "mta_sts_txt", "tls_rpt_txt", "mx", "policy", "misplaced");
        assertThat(MapView.object(map, "mx").keySet())
                .containsExactly("status", "records", "aliases", "ttl", "authenticated", "detail");
        assertThat(MapView.object(map, "policy").keySet())
                .containsExactly(
                        "status",
                        "http_status",
                        "content_type",
                        "content_types",
                        "body",
                        "location",
                        "aliases",
                        "addresses",
                        "attempts",
                        "certificate",
                        "detail");
    }

    @ParameterizedTest
    @EnumSource(value = LookupStatus.class, names = "FOUND", mode = EnumSource.Mode.EXCLUDE)
    void everyLookupStatusIsRead(LookupStatus status) throws JsonProcessingException {
        assertThat(read("{'domain':'example.org','mx':{'status':'" + status + "'}}")
                        .mx())
                .isEqualTo(Lookup.without(status, ""));
    }

    @ParameterizedTest
    @EnumSource(FetchStatus.class)
    void everyFetchStatusIsRead(FetchStatus status) throws JsonProcessingException {
        assertThat(read("{'domain':'example.org','policy':{'status':'" + status + "'}}")
                        .policy())
                .isEqualTo(PolicyResponse.without(status, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | domain is missing",
                "{'domain':null} | domain is missing",
                "{'domain':5} | domain is not a string",
                "{'domain':'a','checked_at':'yesterday'} | checked_at is not an instant",
                "{'domain':'a','checked_at':1700000000} | checked_at is not a string",
                "{'domain':'a','mta_sts_txt':[]} | mta_sts_txt is not a map",
                "{'domain':'a','mta_sts_txt':{'status':'OK'}} | mta_sts_txt.status is unknown: OK",
                "{'domain':'a','mta_sts_txt':{'status':'found'}} | mta_sts_txt.status is unknown: found",
                "{'domain':'a','tls_rpt_txt':{'status':'FOUND','records':{}}} | tls_rpt_txt.records is not a list",
                "{'domain':'a','tls_rpt_txt':{'status':'FOUND','records':['x']}} | tls_rpt_txt.records[0] is not a list",
                "{'domain':'a','tls_rpt_txt':{'status':'FOUND','records':[['x',1]]}} | tls_rpt_txt.records[0][1] is not a string",
                "{'domain':'a','tls_rpt_txt':{'status':'FOUND','records':[['x'],null]}} | tls_rpt_txt.records[1] is not a list",
                "{'domain':'a','mta_sts_txt':{'status':'FOUND','records':[['€']]}} | mta_sts_txt.records[0][0] has a character",
                "{'domain':'a','mx':{'status':'TIMED_OUT','records':[{'preference':1,'exchange':'b'}]}} | mx.records has entries",
                "{'domain':'a','mx':{'status':'FOUND','records':[5]}} | mx.records[0] is not a map",
                "{'domain':'a','mx':{'status':'FOUND','records':[{'exchange':'b'}]}} | mx.records[0].preference is missing",
                "{'domain':'a','mx':{'status':'FOUND','records':[{'preference':1}]}} | mx.records[0].exchange is missing",
                "{'domain':'a','mx':{'status':'FOUND','records':[{'preference':1.5,'exchange':'b'}]}} | mx.records[0].preference is not a 32-bit integer",
                "{'domain':'a','mx':{'status':'FOUND','records':[{'preference':1e99,'exchange':'b'}]}} | mx.records[0].preference is not a 32-bit integer",
                "{'domain':'a','mx':{'aliases':'b'}} | mx.aliases is not a list",
                "{'domain':'a','mx':{'aliases':[null]}} | mx.aliases[0] is not a string",
                "{'domain':'a','mx':{'authenticated':'yes'}} | mx.authenticated is not a boolean",
                "{'domain':'a','policy':{'status':'EXPLODED'}} | policy.status is unknown: EXPLODED",
                "{'domain':'a','policy':{'http_status':'200'}} | policy.http_status is not a number",
                "{'domain':'a','policy':{'body':'€'}} | policy.body has a character above U+00FF",
                "{'domain':'a','policy':{'certificate':{'not_after':'x'}}} | policy.certificate.not_after is not an instant",
                "{'domain':'a','policy':{'certificate':{'names':[5]}}} | policy.certificate.names[0] is not a string",
                "{'domain':'a','misplaced':[]} | misplaced is not a map",
                "{'domain':'a','misplaced':{'b':5}} | misplaced.b is not a map",
                "{'domain':'a','misplaced':{'b':{'status':'x'}}} | misplaced.b.status is unknown: x",
                "{'domain':'a','policy':{'certificate':true}} | policy.certificate is not a map",
                "{'domain':'a','policy':{'content_types':[5]}} | policy.content_types[0] is not a string",
                "{'domain':'a','policy':{'attempts':[{'status':'OK'}]}} | policy.attempts[0].address is missing",
                "{'domain':'a','policy':{'attempts':[{'address':'b'}]}} | policy.attempts[0].status is missing",
                "{'domain':'a','policy':{'attempts':[{'address':'b','status':'x'}]}} | policy.attempts[0].status is unknown: x"
            })
    void whatIsWrongIsNamedByItsPath(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessageStartingWith(message);
    }

    @Test
    void keysThatAreNotStringsAreUnknownKeys() {
        assertThat(Evidence.fromMap(Map.of("domain", "example.org", 5, 6)))
                .isEqualTo(Evidence.builder().domain("example.org").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B[31m", "\u202E", "\n"})
    void whatIsWrongIsReportedEscaped(String hostile) {
        Map<String, ?> map = Map.of("domain", "a", "mx", Map.of("status", hostile));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.fromMap(map))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(hostile));
    }

    private Evidence read(String text) throws JsonProcessingException {
        return Evidence.fromMap(json.readValue(text.replace('\'', '"'), Map.class));
    }
}
