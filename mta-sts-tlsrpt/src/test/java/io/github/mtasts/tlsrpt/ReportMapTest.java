package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report's JSON has the members of RFC 8460, section 4.4, in its order, and no others. */
class ReportMapTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theReportOfADayIsTheFileThatTheRfcDescribes() throws JsonProcessingException {
        List<TlsRptEvent> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            events.add(session().build());
        }
        for (int i = 0; i < 5; i++) {
            events.add(session()
                    .resultType(ResultType.CERTIFICATE_EXPIRED)
                    .sendingMtaIp("192.0.2.25")
                    .receivingMxHostname("mx1.example.org")
                    .receivingMxHelo("mx1.example.org")
                    .receivingIp("198.51.100.1")
                    .build());
        }
        for (int i = 0; i < 2; i++) {
            events.add(session()
                    .resultType(ResultType.VALIDATION_FAILURE)
                    .sendingMtaIp("2001:db8::25")
                    .receivingMxHostname("mx2.example.org")
                    .receivingIp("198.51.100.2")
                    .additionalInformation("https://post.example/tls/4711")
                    .failureReasonCode("X509_V_ERR_CERT_REVOKED")
                    .build());
        }

        List<TlsRptReport> reports = new TlsRptReporter("Example Post", "tlsrpt@post.example")
                .reports(DAY, events, domain -> DAY + "_" + domain + "_a1");

        assertThat(reports).hasSize(1);
        assertThat(json.writeValueAsString(reports.get(0).toMap()))
                .isEqualTo(json.readTree(Quirk.resource("report.json")).toString());
    }

    @Test
    void withoutAPolicyThereIsNoneToShow() throws JsonProcessingException {
        TlsRptEvent event = TlsRptEvent.builder()
                .time(Instant.parse("2026-11-23T12:00:00Z"))
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.NO_POLICY_FOUND)
                .build();

        TlsRptReport report = new TlsRptReporter("x", "a@b.example")
                .reports(DAY, List.of(event), DomainName::text)
                .get(0);

        assertThat(json.readTree(json.writeValueAsString(report.toMap()))
                        .at("/policies/0")
                        .toString())
                .isEqualTo("{\"policy\":{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"example.org\"},"
                        + "\"summary\":{\"total-successful-session-count\":1,\"total-failure-session-count\":0},"
                        + "\"failure-details\":[]}");
    }

    private static TlsRptEvent.Builder session() {
        return TlsRptEvent.builder()
                .time(Instant.parse("2026-11-23T12:00:00Z"))
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.STS)
                .policyString(List.of("version: STSv1", "mode: enforce", "mx: *.example.org", "max_age: 604800"))
                .mxHostPatterns(List.of("*.example.org"));
    }
}
