package io.github.mtasts.http;

import static io.github.mtasts.http.Loopback.HOST;
import static io.github.mtasts.http.Loopback.fetch;
import static io.github.mtasts.testing.ServedCertificate.cnOnly;
import static io.github.mtasts.testing.ServedCertificate.daysAgo;
import static io.github.mtasts.testing.ServedCertificate.expired;
import static io.github.mtasts.testing.ServedCertificate.inDays;
import static io.github.mtasts.testing.ServedCertificate.missingIntermediate;
import static io.github.mtasts.testing.ServedCertificate.names;
import static io.github.mtasts.testing.ServedCertificate.notYetValid;
import static io.github.mtasts.testing.ServedCertificate.selfSigned;
import static io.github.mtasts.testing.ServedCertificate.signedByRoot;
import static io.github.mtasts.testing.ServedCertificate.unknownRoot;
import static io.github.mtasts.testing.ServedCertificate.validFor;
import static io.github.mtasts.testing.ServedCertificate.wrongName;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.testing.MtaStsWorld;
import io.github.mtasts.testing.MtaStsWorldExtension;
import io.github.mtasts.testing.ServedCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(MtaStsWorldExtension.class)
class CertificateFaultsTest {

    private static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOT_AFTER = Instant.parse("2020-03-31T00:00:00Z");

    static Stream<Arguments> certificates() {
        return Stream.of(
                Arguments.of("valid", ServedCertificate.valid(), FetchStatus.OK),
                Arguments.of("signed by the root", signedByRoot(), FetchStatus.OK),
                Arguments.of("wildcard", names("*.example.org"), FetchStatus.OK),
                Arguments.of("upper case", names("MTA-STS.Example.ORG"), FetchStatus.OK),
                Arguments.of("one of many names", names("example.org", "*.example.com", HOST), FetchStatus.OK),
                Arguments.of("wrong name", wrongName("other.example"), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("CN only", cnOnly(), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("wildcard two labels up", names("*.org"), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("wildcard one label below", names("*." + HOST), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("wildcard as part", names("mta-*.example.org"), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("wildcard inside", names("mta-sts.*.org"), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of("expired", expired(daysAgo(3)), FetchStatus.TLS_EXPIRED),
                Arguments.of("not yet valid", notYetValid(inDays(3)), FetchStatus.TLS_NOT_YET_VALID),
                Arguments.of("self-signed", selfSigned(), FetchStatus.TLS_UNTRUSTED),
                Arguments.of("unknown root", unknownRoot(), FetchStatus.TLS_UNTRUSTED),
                Arguments.of("missing intermediate", missingIntermediate(), FetchStatus.TLS_UNTRUSTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void certificateFaultsAreDistinguished(
            String what, ServedCertificate certificate, FetchStatus status, MtaStsWorld world) {
        assertThat(fetch(world, site -> site.certificate(certificate)).status()).isEqualTo(status);
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                Arguments.of(
                        wrongName("other.example").and(expired(daysAgo(3))).and(unknownRoot()),
                        FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of(cnOnly().and(selfSigned()), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of(wrongName("other.example").and(notYetValid(inDays(1))), FetchStatus.TLS_NAME_MISMATCH),
                Arguments.of(expired(daysAgo(3)).and(unknownRoot()), FetchStatus.TLS_EXPIRED),
                Arguments.of(expired(daysAgo(3)).and(selfSigned()), FetchStatus.TLS_EXPIRED),
                Arguments.of(expired(daysAgo(3)).and(missingIntermediate()), FetchStatus.TLS_EXPIRED),
                Arguments.of(notYetValid(inDays(3)).and(selfSigned()), FetchStatus.TLS_NOT_YET_VALID));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void ofSeveralFaultsTheNameCountsFirstThenTheDatesThenTrust(
            ServedCertificate certificate, FetchStatus status, MtaStsWorld world) {
        assertThat(fetch(world, site -> site.certificate(certificate)).status()).isEqualTo(status);
    }

    @Test
    void reportsTheCertificateOfAnAnswer(MtaStsWorld world) {
        PolicyResponse response = fetch(
                world, site -> site.certificate(names(HOST, "www.example.org").and(validFor(NOT_BEFORE, inDays(30)))));

        assertThat(response.status()).isEqualTo(FetchStatus.OK);
        CertificateSummary certificate = response.certificate().orElseThrow();
        assertThat(certificate.names()).containsExactly(HOST, "www.example.org");
        assertThat(certificate.issuer()).contains("CN=MTA-STS test intermediate");
        assertThat(certificate.notBefore()).contains(NOT_BEFORE);
        assertThat(certificate.notAfter().orElseThrow()).isAfter(inDays(29));
    }

    static Stream<ServedCertificate> refused() {
        ServedCertificate dated = validFor(NOT_BEFORE, NOT_AFTER);
        return Stream.of(
                dated, dated.and(selfSigned()), dated.and(unknownRoot()), dated.and(wrongName("other.example")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void reportsTheCertificateThatWasRefused(ServedCertificate refused, MtaStsWorld world) {
        CertificateSummary certificate =
                fetch(world, site -> site.certificate(refused)).certificate().orElseThrow();

        assertThat(certificate.notBefore()).contains(NOT_BEFORE);
        assertThat(certificate.notAfter()).contains(NOT_AFTER);
        assertThat(certificate.issuer().orElseThrow()).startsWith("CN=");
        assertThat(certificate.names()).hasSize(1);
    }

    @Test
    void reportsNoNamesWhenThereIsOnlyACn(MtaStsWorld world) {
        PolicyResponse response = fetch(world, site -> site.certificate(cnOnly()));

        assertThat(response.certificate().map(CertificateSummary::names)).isEqualTo(Optional.of(List.of()));
        assertThat(response.detail()).isEqualTo("the certificate has no DNS-ID at all, not for " + HOST);
    }

    @Test
    void saysWhichNamesTheCertificateIsFor(MtaStsWorld world) {
        assertThat(fetch(world, site -> site.certificate(names("a.example", "b.example")))
                        .detail())
                .isEqualTo("the certificate is for a.example, b.example, not for " + HOST);
    }

    @Test
    void saysWhenTheCertificateExpired(MtaStsWorld world) {
        assertThat(fetch(world, site -> site.certificate(validFor(NOT_BEFORE, NOT_AFTER)))
                        .detail())
                .isEqualTo("the certificate expired on 2020-03-31T00:00:00Z");
    }

    @Test
    void saysWhyTheCertificateIsNotTrusted(MtaStsWorld world) {
        assertThat(fetch(world, site -> site.certificate(selfSigned())).detail())
                .endsWith(": it signed itself");
        assertThat(fetch(world, site -> site.certificate(unknownRoot())).detail())
                .endsWith(": its chain ends in CN=MTA-STS unknown root");
        assertThat(fetch(world, site -> site.certificate(missingIntermediate())).detail())
                .endsWith(": it came without the certificate of its issuer, CN=MTA-STS test intermediate");
    }

    @Test
    void aRootThatWasNotNamedIsNotTrusted(MtaStsWorld world) {
        world.domain(Loopback.DOMAIN).policy(Loopback.POLICY);
        try (OkHttpPolicyFetcher fetcher = OkHttpPolicyFetcher.builder(Loopback.at("127.0.0.1"))
                .port(world.httpsPort())
                .allowAddresses(address -> true)
                .build()) {
            assertThat(fetch(fetcher).status()).isEqualTo(FetchStatus.TLS_UNTRUSTED);
        }
    }

    @Test
    void aCertificateThatWentBadSinceTheLastFetchIsSeen(MtaStsWorld world) {
        world.domain(Loopback.DOMAIN).policy(Loopback.POLICY);
        try (OkHttpPolicyFetcher fetcher = Loopback.fetcher(world).build()) {
            assertThat(fetch(fetcher).status()).isEqualTo(FetchStatus.OK);

            world.domain(Loopback.DOMAIN).policy(Loopback.POLICY).certificate(expired(daysAgo(1)));

            assertThat(fetch(fetcher).status()).isEqualTo(FetchStatus.TLS_EXPIRED);
        }
    }
}
