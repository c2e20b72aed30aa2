package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.CertificateSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a certificate ends is told in the words of a calendar; it is noon on 23 November. */
class CertificateEndTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T11:59:59Z, which has passed",
        "2026-11-23T12:00:00Z, today",
        "2026-11-23T23:59:59Z, today",
        "2026-11-24T00:00:00Z, tomorrow",
        "2026-11-24T23:59:59Z, tomorrow",
        "2026-11-25T00:00:00Z, in 2 days"
    })
    void theEndIsToldAsACalendarCounts(Instant end, String words) {
        CertificateSummary certificate = new CertificateSummary(
                Optional.of(Instant.parse("2026-09-01T00:00:00Z")), Optional.of(end), Optional.empty(), List.of());
        Evidence evidence = HealthyDomain.evidence()
                .policy(HealthyDomain.served(HealthyDomain.POLICY).toBuilder()
                        .certificate(certificate)
                        .build())
                .build();

        assertThat(HealthyDomain.judge(evidence).issues())
                .filteredOn(issue -> issue.code() == IssueCode.FETCH_CERT_EXPIRES_SOON)
                .extracting(Issue::message)
                .containsExactly("The certificate expires on " + end + " (" + words + ").");
    }
}
