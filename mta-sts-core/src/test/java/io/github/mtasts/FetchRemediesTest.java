package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.PolicyResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remedy fits who answered in place of the policy file. */
class FetchRemediesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "204 | Serve the policy with status 200.",
                "400 | virtual host",
                "401 | without a log-in",
                "403 | bot protection, firewalls, country blocks and passwords",
                "404 | .nojekyll",
                "404 | a router needs a rule",
                "407 | without a proxy that asks for a password",
                "410 | /.well-known/mta-sts.txt",
                "418 | Serve the policy with status 200.",
                "429 | rate limits",
                "500 | error log",
                "502 | behind the proxy",
                "503 | maintenance",
                "522 | behind the proxy",
                "599 | error log",
                "600 | Serve the policy with status 200."
            })
    void everyStatusHasARemedyThatFits(int status, String words) {
        assertThat(remedy(PolicyResponse.answer(status).contentType("text/html").build()))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.hosting.example | add mta-sts.example.org there as a domain",
                "*.hosting.example, notexample.org | add mta-sts.example.org there as a domain",
                "example.org, www.example.org | Add mta-sts.example.org to the names of the certificate",
                "*.MTA-STS.example.org | Add mta-sts.example.org to the names of the certificate",
                "org | Add mta-sts.example.org to the names of the certificate",
                "'' | Get a certificate with the policy host among its subjectAltName entries"
            })
    void aCertificateOfTheHostingIsToldFromOneThatLacksAName(String names, String words) {
        List<String> list = names.isEmpty() ? List.of() : Arrays.asList(names.split(", "));
        CertificateSummary shown = new CertificateSummary(Optional.empty(), Optional.empty(), Optional.empty(), list);

        assertThat(remedy(PolicyResponse.builder(FetchStatus.TLS_NAME_MISMATCH)
                        .certificate(shown)
                        .build()))
                .contains(words);
    }

    @Test
    void aCertificateThatNobodySawHasTheCodesRemedy() {
        assertThat(remedy(PolicyResponse.without(FetchStatus.TLS_NAME_MISMATCH, "")))
                .isEqualTo(IssueCode.FETCH_CERT_NAME_MISMATCH.remedy());
    }

    @Test
    void plainHttpWhereTlsBelongsIsNamed() {
        assertThat(remedy(PolicyResponse.without(FetchStatus.TLS_FAILED, "answered a TLS handshake in plain HTTP")))
                .isEqualTo("Turn TLS on for port 443 of the web server: it speaks plain HTTP there.");
        assertThat(remedy(PolicyResponse.without(FetchStatus.TLS_FAILED, "handshake_failure")))
                .isEqualTo(IssueCode.FETCH_TLS_FAILED.remedy());
    }

    @Test
    void theCnameOfAPolicyHostNeedsNoChangeOnlyWhereThePolicyIsServed() {
        PolicyResponse served = HealthyDomain.served(HealthyDomain.POLICY).toBuilder()
                .aliases(List.of("prov.example"))
                .build();

        assertThat(remedy(served)).isEqualTo(IssueCode.FETCH_VIA_CNAME.remedy());
        for (PolicyResponse failed : List.of(
                PolicyResponse.answer(404).build(), PolicyResponse.without(FetchStatus.CONNECT_FAILED, "refused"))) {
            assertThat(remedy(failed.toBuilder().aliases(served.aliases()).build()))
                    .isEqualTo("Whoever runs prov.example has to mend what is wrong there; the certificate must name"
                            + " mta-sts.example.org, not the target of the CNAME.");
        }
        assertThat(HealthyDomain.judge(HealthyDomain.evidence()
                                .policy(PolicyResponse.without(FetchStatus.NETWORK_UNREACHABLE, "").toBuilder()
                                        .aliases(served.aliases())
                                        .build())
                                .build())
                        .issues())
                .filteredOn(issue -> issue.code() == IssueCode.FETCH_VIA_CNAME)
                .extracting(Issue::remedy)
                .containsExactly("The certificate must name mta-sts.example.org, not the target of the CNAME.");
    }

    @Test
    void aTargetInTheDomainIsNobodyElsesToClaim() {
        assertThat(remedy(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "").toBuilder()
                        .aliases(List.of("web.example.org"))
                        .build()))
                .contains("Correct the CNAME of mta-sts.example.org", "web.example.org, has none")
                .doesNotContain("claim");
    }

    @Test
    void whereTheDomainDoesNotExistNothingIsToBePublished() {
        MtaStsReport report = HealthyDomain.judge(HealthyDomain.evidence()
                .mtaStsTxt(Lookup.without(LookupStatus.NO_SUCH_NAME, ""))
                .tlsRptTxt(Lookup.without(LookupStatus.NO_SUCH_NAME, ""))
                .mx(Lookup.without(LookupStatus.NO_SUCH_NAME, ""))
                .policy(PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, ""))
                .build());

        assertThat(report.issues())
                .filteredOn(issue -> issue.severity() == Severity.INFO)
                .extracting(Issue::remedy)
                .isNotEmpty()
                .containsOnly("Nothing can be published here until the domain exists.");
        assertThat(report.issues())
                .filteredOn(issue -> issue.code() == IssueCode.DOMAIN_NOT_FOUND)
                .extracting(Issue::remedy)
                .containsExactly(IssueCode.DOMAIN_NOT_FOUND.remedy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.5 | the address 10.0.0.5, which is not public",
                "10.0.0.5,::1 | the addresses 10.0.0.5, ::1, which are not public"
            })
    void oneAddressIsNotMany(String addresses, String words) {
        PolicyResponse blocked = PolicyResponse.builder(FetchStatus.BLOCKED_ADDRESS)
                .addresses(Arrays.asList(addresses.split(",")))
                .build();

        assertThat(HealthyDomain.judge(HealthyDomain.evidence().policy(blocked).build())
                        .issues())
                .extracting(Issue::message)
                .anyMatch(message -> message.contains("mta-sts.example.org has " + words + ","));
    }

    private static String remedy(PolicyResponse response) {
        return HealthyDomain.judge(HealthyDomain.evidence().policy(response).build()).issues().stream()
                .filter(issue -> issue.code().name().startsWith("FETCH_"))
                .map(Issue::remedy)
                .findFirst()
                .orElseThrow();
    }
}
