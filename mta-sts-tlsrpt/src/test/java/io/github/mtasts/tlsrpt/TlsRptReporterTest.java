package io.github.mtasts.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.syntax.DomainName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's events become reports: one a domain, equal failures counted together. */
class TlsRptReporterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final TlsRptReporter REPORTER = new TlsRptReporter("Example Post", "tlsrpt@post.example");

    @Test
    void aReportHasTheReportersFactsAndTheWholeDay() {
        TlsRptReport report = report(success("2026-11-23T08:00:00Z").build());

        assertThat(report.organizationName()).contains("Example Post");
        assertThat(report.contactInfo()).contains("tlsrpt@post.example");
        assertThat(report.reportId()).contains("example.org/1");
        assertThat(report.start()).contains(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(report.end()).contains(Instant.parse("2026-11-23T23:59:59Z"));
    }

    @Test
    void theSubmitterIsTheDomainOfTheContactAddress() {
        assertThat(REPORTER.submitter()).isEqualTo(new DomainName("post.example"));
    }

    @Test
    void eachPolicyDomainGetsAReportInTheOrderOfNames() {
        List<TlsRptReport> reports = reports(
                success("2026-11-23T08:00:00Z").build(),
                success("2026-11-23T09:00:00Z")
                        .policyDomain(new DomainName("a.example"))
                        .build(),
                success("2026-11-23T10:00:00Z").build());

        assertThat(reports)
                .extracting(report -> report.policyDomain().orElseThrow().text())
                .containsExactly("a.example", "example.org");
        assertThat(reports).extracting(TlsRptReport::successfulSessions).containsExactly(1L, 2L);
    }

    @Test
    void theDayIsThatOfUtcFromItsFirstInstantToItsLast() {
        List<TlsRptReport> reports = reports(
                success("2026-11-22T23:59:59.999999999Z").build(),
                success("2026-11-23T00:00:00Z").build(),
                success("2026-11-23T23:59:59.999999999Z").build(),
                success("2026-11-24T00:00:00Z").build());

        assertThat(reports).extracting(TlsRptReport::successfulSessions).containsExactly(2L);
    }

    @Test
    void aDayWithoutEventsHasNoReports() {
        assertThat(reports(success("2026-11-22T12:00:00Z").build())).isEmpty();
    }

    @Test
    void equalFailuresAreCountedTogether() {
        TlsRptReport report = report(
                failure(ResultType.CERTIFICATE_EXPIRED, "mx1.example.org").build(),
                failure(ResultType.CERTIFICATE_EXPIRED, "mx2.example.org").build(),
                success("2026-11-23T12:00:00Z").build(),
                failure(ResultType.CERTIFICATE_EXPIRED, "mx1.example.org").build());

        ReportedPolicy policy = report.policies().get(0);
        assertThat(policy.successfulSessions()).hasValue(1);
        assertThat(policy.failedSessions()).hasValue(3);
        assertThat(policy.failureDetails())
                .extracting(FailureDetails::toString)
                .containsExactly("2 certificate-expired mx1.example.org", "1 certificate-expired mx2.example.org");
    }

    @Test
    void whateverIsKnownOfAFailureTellsItFromOthers() {
        TlsRptEvent.Builder same = failure(ResultType.VALIDATION_FAILURE, "mx1.example.org");

        TlsRptReport report = report(
                same.build(),
                failure(ResultType.VALIDATION_FAILURE, "mx1.example.org")
                        .sendingMtaIp("192.0.2.26")
                        .build(),
                failure(ResultType.VALIDATION_FAILURE, "mx1.example.org")
                        .receivingIp("198.51.100.2")
                        .build(),
                failure(ResultType.VALIDATION_FAILURE, "mx1.example.org")
                        .receivingMxHelo("helo.example")
                        .build(),
                failure(ResultType.VALIDATION_FAILURE, "mx1.example.org")
                        .failureReasonCode("X509_V_ERR_CERT_REVOKED")
                        .build(),
                failure(ResultType.VALIDATION_FAILURE, "mx1.example.org")
                        .additionalInformation("https://post.example/1")
                        .build());

        assertThat(report.policies().get(0).failureDetails())
                .hasSize(6)
                .allSatisfy(details -> assertThat(details.failedSessions()).hasValue(1));
    }

    @Test
    void aPolicyThatChangedIsReportedOnceInEachForm() {
        TlsRptReport report = report(
                success("2026-11-23T08:00:00Z")
                        .policyString(List.of("version: STSv1", "mode: testing"))
                        .build(),
                success("2026-11-23T09:00:00Z")
                        .policyString(List.of("version: STSv1", "mode: enforce"))
                        .build(),
                success("2026-11-23T10:00:00Z")
                        .policyType(PolicyType.TLSA)
                        .policyString(List.of())
                        .mxHostPatterns(List.of())
                        .build());

        assertThat(report.policies())
                .extracting(ReportedPolicy::policyType)
                .extracting(type -> type.orElseThrow())
                .containsExactly("sts", "sts", "tlsa");
    }

    @Test
    void anAddressMayHaveAnAtSignOfItsOwn() {
        assertThat(new TlsRptReporter("x", "\"a@b\"@Post.EXAMPLE").submitter())
                .isEqualTo(new DomainName("post.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "post.example", "@post.example", "tlsrpt@", "tlsrpt@[192.0.2.1]", "a b@post.example", "ä@x.y"
            })
    void aContactThatIsNotAMailAddressIsRefused(String contact) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TlsRptReporter("Example Post", contact));
    }

    @Test
    void anOrganizationHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TlsRptReporter(" ", "tlsrpt@post.example"));
    }

    private static TlsRptEvent.Builder success(String time) {
        return TlsRptEvent.builder()
                .time(Instant.parse(time))
                .policyDomain(new DomainName("example.org"))
                .policyType(PolicyType.STS)
                .policyString(List.of("version: STSv1", "mode: enforce", "mx: *.example.org", "max_age: 604800"))
                .mxHostPatterns(List.of("*.example.org"))
                .sendingMtaIp("192.0.2.25");
    }

    private static TlsRptEvent.Builder failure(ResultType type, String mxHost) {
        return success("2026-11-23T12:00:00Z").resultType(type).receivingMxHostname(mxHost);
    }

    private static TlsRptReport report(TlsRptEvent... events) {
        assertThat(reports(events)).hasSize(1);
        return reports(events).get(0);
    }

    private static List<TlsRptReport> reports(TlsRptEvent... events) {
        return REPORTER.reports(DAY, List.of(events), domain -> domain + "/1");
    }
}
