package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event as JSON: the names of RFC 8460, section 4.4, and what is wrong is named by its place. */
class EventMapTest {

    private static final String LEAST =
            "{'time':'2026-11-23T12:00:00Z','policy-type':'sts','policy-domain':'example.org'}";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void anEventIsItsTimeAndTheMembersOfTheRfc() throws JsonProcessingException {
        TlsRptEvent event = least().policyString(List.of("version: STSv1"))
                .mxHostPatterns(List.of("*.example.org"))
                .resultType(ResultType.CERTIFICATE_EXPIRED)
                .sendingMtaIp("192.0.2.25")
                .receivingMxHostname("mx1.example.org")
                .receivingMxHelo("mx.example.org")
                .receivingIp("198.51.100.1")
                .additionalInformation("https://post.example/tls")
                .failureReasonCode("X509_V_ERR_CERT_HAS_EXPIRED")
                .build();

        assertThat(json.writeValueAsString(event))
                .isEqualTo("""
                        {'time':'2026-11-23T12:00:00Z','policy-type':'sts','policy-string':['version: STSv1'],
                        'policy-domain':'example.org','mx-host':['*.example.org'],'result-type':'certificate-expired',
                        'sending-mta-ip':'192.0.2.25','receiving-mx-hostname':'mx1.example.org',
                        'receiving-mx-helo':'mx.example.org','receiving-ip':'198.51.100.1',
                        'additional-information':'https://post.example/tls',
                        'failure-reason-code':'X509_V_ERR_CERT_HAS_EXPIRED'}
                        """.replace("\n", "").replace('\'', '"'));
        assertThat(json.readValue(json.writeValueAsString(event), TlsRptEvent.class))
                .isEqualTo(event);
    }

    @Test
    void whatIsEmptyIsLeftOutAndNullIsReadAsMissing() throws JsonProcessingException {
        assertThat(json.writeValueAsString(least().build())).isEqualTo(LEAST.replace('\'', '"'));
        assertThat(read(LEAST.replace("}", ",'result-type':null,'mx-host':null,'x':5}")))
                .isEqualTo(least().build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time | null | time is missing",
                "time | 'noon' | time is not an instant",
                "policy-type | null | policy-type is missing",
                "policy-type | 'x' | policy-type is unknown: x",
                "policy-domain | null | policy-domain is missing",
                "policy-domain | 'Example.ORG' | policy-domain is not a domain name in canonical form",
                "policy-string | 'x' | policy-string is not a list",
                "mx-host | ['a',5] | mx-host[1] is not a string",
                "result-type | 'x' | result-type is unknown: x",
                "receiving-ip | 5 | receiving-ip is not a string"
            })
    void whatIsWrongIsNamedByItsPath(String key, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(LEAST.replace("}", ",'" + key + "':" + value + "}")))
                .withMessageStartingWith(message);
    }

    @Test
    void jacksonReadsValidReportsAlone() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("{}", TlsRptReport.class))
                .withMessageContaining("organization-name is missing");
    }

    private static TlsRptEvent.Builder least() {
        return TlsRptEvent.builder()
                .time(Instant.parse("2026-11-23T12:00:00Z"))
                .policyType(PolicyType.STS)
                .policyDomain(new DomainName("example.org"));
    }

    private TlsRptEvent read(String text) throws JsonProcessingException {
        return TlsRptEvent.fromMap(json.readValue(text.replace('\'', '"'), Map.class));
    }
}
