package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.judge;
import static io.github.mtasts.MapView.first;
import static io.github.mtasts.MapView.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.PolicyResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The report as JSON has exactly these names, in this order, whatever was found. */
class ReportKeysTest {

    private final Map<String, @Nullable Object> healthy =
            judge(HealthyDomain.evidence().build()).toMap();

    @Test
    void theNineFieldsOfAnMtaStsCheckComeFirst() {
        assertThat(healthy.keySet().stream().limit(9))
                .containsExactly(
                        "domain",
                        "has_mta_sts",
                        "dns_record",
                        "policy",
                        "mode",
                        "policy_url",
                        "tls_rpt",
                        "issues",
                        "recommendations");
    }

    @Test
    void absentIsNullNeverMissing() {
        Map<String, @Nullable Object> empty =
                judge(Evidence.builder().domain("example.org").build()).toMap();

        assertThat(empty.keySet()).isEqualTo(healthy.keySet());
        assertThat(empty)
                .containsEntry("dns_record", null)
                .containsEntry("policy", null)
                .containsEntry("mode", null)
                .containsEntry("tls_rpt", null)
                .containsEntry("certificate", null)
                .containsEntry("checked_at", null)
                .containsEntry("mx", List.of());
    }

    @Test
    void aReportOnANameThatIsNotADomainHasAllKeysToo() {
        Map<String, @Nullable Object> invalid =
                judge(HealthyDomain.evidence().domain("a..b").build()).toMap();

        assertThat(invalid.keySet()).isEqualTo(healthy.keySet());
        assertThat(invalid)
                .containsEntry("domain", "a..b")
                .containsEntry("policy_url", null)
                .containsEntry("has_mta_sts", false)
                .containsEntry("verdict", "UNDETERMINED");
    }

    @Test
    void theRecordHasItsKeysInOrder() {
        assertThat(object(healthy, "dns_record"))
                .isEqualTo(Map.of("version", "STSv1", "id", "20261101", "valid", true, "raw", HealthyDomain.RECORD));
        assertThat(object(healthy, "dns_record").keySet()).containsExactly("version", "id", "valid", "raw");
    }

    @Test
    void thePolicyHasItsKeysInOrder() {
        assertThat(object(healthy, "policy"))
                .isEqualTo(Map.of(
                        "version",
                        "STSv1",
                        "mode",
                        "enforce",
                        "mx",
                        List.of("mail.example.org"),
                        "max_age",
                        604800L,
                        "valid",
                        true,
                        "raw",
                        HealthyDomain.POLICY));
        assertThat(object(healthy, "policy").keySet())
                .containsExactly("version", "mode", "mx", "max_age", "valid", "raw");
    }

    @Test
    void theTlsRptRecordHasItsKeysInOrder() {
        assertThat(object(healthy, "tls_rpt"))
                .isEqualTo(Map.of(
                        "version",
                        "TLSRPTv1",
                        "rua",
                        List.of("mailto:tls@example.org"),
                        "valid",
                        true,
                        "raw",
                        HealthyDomain.TLS_RPT));
        assertThat(object(healthy, "tls_rpt").keySet()).containsExactly("version", "rua", "valid", "raw");
    }

    @Test
    void anIssueHasItsKeysInOrder() {
        assertThat(first(healthy, "issues").keySet())
                .containsExactly(
                        "code", "severity", "message", "remedy", "rfc", "subject", "host", "line", "column", "length");
    }

    @Test
    void aRecommendationHasItsKeysInOrder() {
        MtaStsReport notFound = judge(HealthyDomain.evidence()
                .policy(PolicyResponse.ok("version: STSv1"))
                .build());

        assertThat(first(notFound.toMap(), "recommendations").keySet())
                .containsExactly("code", "message", "where", "publish");
    }

    @Test
    void anMxHostHasItsKeysInOrder() {
        assertThat(first(healthy, "mx"))
                .isEqualTo(Map.of("host", "mail.example.org", "preference", 10, "covered_by", "mail.example.org"));
        assertThat(first(healthy, "mx").keySet()).containsExactly("host", "preference", "covered_by");
    }

    @Test
    void theCertificateHasItsKeysInOrder() {
        assertThat(object(healthy, "certificate"))
                .isEqualTo(Map.of(
                        "not_after", "2027-01-30T00:00:00Z",
                        "issuer", "CN=Test CA",
                        "names", List.of("mta-sts.example.org")));
        assertThat(object(healthy, "certificate").keySet()).containsExactly("not_after", "issuer", "names");
    }

    @Test
    void checkedAtIsAnInstant() {
        assertThat(healthy).containsEntry("checked_at", "2026-11-23T12:00:00Z");
    }
}
