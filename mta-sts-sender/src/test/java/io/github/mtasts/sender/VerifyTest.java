package io.github.mtasts.sender;

import static io.github.mtasts.issue.ResultType.CERTIFICATE_EXPIRED;
import static io.github.mtasts.issue.ResultType.CERTIFICATE_HOST_MISMATCH;
import static io.github.mtasts.issue.ResultType.CERTIFICATE_NOT_TRUSTED;
import static io.github.mtasts.issue.ResultType.STARTTLS_NOT_SUPPORTED;
import static io.github.mtasts.issue.ResultType.VALIDATION_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.call.FakeClock;
import io.github.mtasts.issue.ResultType;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8461, sections 4 and 5: what an MX host must show, and what becomes of it when it does not. */
class VerifyTest {

    private static final String HOST = "mail.example.org";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final HeldCertificate ROOT = authority(2).build();
    private static final HeldCertificate STRANGER = authority(2).build();

    private final Domain domain = new Domain();

    @Test
    void aHostThatIsCoveredNamedAndTrustedMayBeDeliveredTo() {
        HostResult result = verify("enforce", HOST, leaf(ROOT, HOST));
        assertThat(result.delivery()).isEqualTo(Delivery.DELIVER);
        assertThat(result.resultType()).isEmpty();
    }

    @Test
    void aChainThroughAnIntermediateIsTrustedInWhateverOrderItCame() {
        HeldCertificate first = authority(1).signedBy(ROOT).build();
        HeldCertificate second = authority(0).signedBy(first).build();
        List<X509Certificate> chain = new ArrayList<>(chain(leaf(second, HOST), first, second, STRANGER));
        assertThat(verify("enforce", HOST, chain).mayDeliver()).isTrue();
        Collections.reverse(chain.subList(1, chain.size()));
        assertThat(verify("enforce", HOST, chain).mayDeliver()).isTrue();
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        // the DNS-ID, the MX host, whether it is named
        "mail.example.org,       mail.example.org,       true",
        "MAIL.Example.ORG,       mail.example.org,       true",
        "mail.example.org,       MAIL.EXAMPLE.ORG,       true",
        "mail.example.org,       mail.example.org.,      true",
        "*.example.org,          mail.example.org,       true",
        "*.EXAMPLE.org,          mail.example.org,       true",
        "*.example.org,          example.org,            false",
        "*.example.org,          a.mail.example.org,     false",
        "*.org,                  mail.example.org,       false",
        "m*.example.org,         mail.example.org,       false",
        "*l.example.org,         mail.example.org,       false",
        "mail.*.org,             mail.example.org,       false",
        "*.*.org,                mail.example.org,       false",
        "*,                      mail.example.org,       false",
        "example.org,            mail.example.org,       false",
        "mail.example.org.evil.example, mail.example.org, false",
        "xn--bcher-kva.example.org, xn--bcher-kva.example.org, true",
        "xn--bcher-kva.example.org, bücher.example.org,  true",
        "*.example.org,          bücher.example.org,     true",
    })
    void theCertificateMustNameTheMxHost(String dnsId, String mxHost, boolean named) {
        HostResult result =
                verifyUnder("*.example.org\nmx: example.org\nmx: *.mail.example.org", mxHost, leaf(ROOT, dnsId));
        assertThat(result.resultType()).isEqualTo(named ? Optional.empty() : Optional.of(CERTIFICATE_HOST_MISMATCH));
    }

    @Test
    void oneOfSeveralNamesIsEnough() {
        assertThat(verify("enforce", HOST, leaf(ROOT, "example.com", "*.example.net", HOST))
                        .mayDeliver())
                .isTrue();
    }

    // RFC 8461 §4.2: a DNS-ID; the CN is ignored
    @Test
    void aNameInTheCnAloneDoesNotCount() {
        HeldCertificate cnOnly =
                new HeldCertificate.Builder().commonName(HOST).signedBy(ROOT).build();
        assertThat(verify("enforce", HOST, cnOnly).resultType()).contains(CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void anIpAddressInTheCertificateIsNotADnsId() {
        assertThat(verify("enforce", HOST, leaf(ROOT, "192.0.2.1")).resultType())
                .contains(CERTIFICATE_HOST_MISMATCH);
    }

    @Test
    void aHostThatNoPatternCoversIsRefusedHoweverGoodItsCertificateIs() {
        HostResult result = verify("enforce", "mail.example.com", leaf(ROOT, "mail.example.com"));
        assertThat(result.delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
        assertThat(result.resultType()).contains(CERTIFICATE_HOST_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.example.org",
                "x\n.example.org",
                "\0.example.org",
                "a:25.example.org",
                "",
                ".",
                "*.example.org"
            })
    void whatIsNotAHostNameIsCoveredByNoPattern(String name) {
        assertThat(host("enforce", "*.example.org", HOST).policy().match(name)).isEmpty();
    }

    @Test
    void aHostInUnicodeIsCoveredByItsALabels() {
        assertThat(host("enforce", "xn--bcher-kva.example.org", HOST).policy().match("bücher.example.org"))
                .isPresent();
    }

    @Test
    void anExpiredCertificateIsRefused() {
        long now = domain.clock.instant().toEpochMilli();
        HeldCertificate expired = names(HOST)
                .signedBy(ROOT)
                .validityInterval(now - 2 * A_DAY.toMillis(), now - 1000)
                .build();
        assertThat(verify("enforce", HOST, expired).resultType()).contains(CERTIFICATE_EXPIRED);
    }

    @Test
    void aCertificateThatIsNotValidYetIsRefused() {
        long now = domain.clock.instant().toEpochMilli();
        HeldCertificate early = names(HOST)
                .signedBy(ROOT)
                .validityInterval(now + A_DAY.toMillis(), now + 2 * A_DAY.toMillis())
                .build();
        assertThat(verify("enforce", HOST, early).resultType()).contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void anIntermediateThatHasExpiredIsReportedAsExpired() {
        long now = domain.clock.instant().toEpochMilli();
        HeldCertificate old = authority(0)
                .signedBy(ROOT)
                .validityInterval(now - 2 * A_DAY.toMillis(), now - 1000)
                .build();
        assertThat(verify("enforce", HOST, chain(leaf(old, HOST), old)).resultType())
                .contains(CERTIFICATE_EXPIRED);
    }

    @Test
    void aForeignRootIsRefusedAlsoWhenItIsSentAlong() {
        assertThat(verify("enforce", HOST, chain(leaf(STRANGER, HOST), STRANGER))
                        .resultType())
                .contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aSelfSignedCertificateIsRefused() {
        assertThat(verify("enforce", HOST, names(HOST).build()).resultType()).contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aMissingIntermediateIsRefused() {
        HeldCertificate issuer = authority(0).signedBy(ROOT).build();
        assertThat(verify("enforce", HOST, leaf(issuer, HOST)).resultType()).contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aLeafCannotIssueCertificates() {
        HeldCertificate leaf = leaf(ROOT, "evil.example");
        assertThat(verify("enforce", HOST, chain(leaf(leaf, HOST), leaf)).resultType())
                .contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aHeapOfCertificatesIsNotSearched() {
        HeldCertificate leaf = leaf(ROOT, HOST);
        List<X509Certificate> heap = new ArrayList<>(Collections.nCopies(21, STRANGER.certificate()));
        heap.set(0, leaf.certificate());
        assertThat(verify("enforce", HOST, heap).resultType()).contains(CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void noCertificateIsNotAProof() {
        assertThat(verify("enforce", HOST, List.of()).resultType()).contains(CERTIFICATE_NOT_TRUSTED);
    }

    @ParameterizedTest
    @CsvSource({"enforce, DO_NOT_DELIVER", "testing, DELIVER_AND_REPORT", "none, DELIVER"})
    void theModeSaysWhatBecomesOfAFailure(String mode, Delivery delivery) {
        assertThat(verify(mode, HOST, leaf(STRANGER, HOST)).delivery()).isEqualTo(delivery);
        assertThat(host(mode, HOST, HOST).withoutStartTls().delivery()).isEqualTo(delivery);
        assertThat(host(mode, HOST, HOST)
                        .tlsFailed(new SSLException("handshake_failure"))
                        .delivery())
                .isEqualTo(delivery);
    }

    // A name that this library refuses, and another may take for strasse.example or xn--strae-oqa.example
    @ParameterizedTest
    @CsvSource({"straße.example, DO_NOT_DELIVER", "[192.0.2.1], DELIVER", "no_domain, DELIVER"})
    void whatIsNotADomainHasNoPolicyUnlessOthersMayReadItAsOne(String name, Delivery delivery) {
        try (MtaStsSender sender = domain.sender()) {
            PolicyDecision decision = sender.policyFor(name).join();
            assertThat(decision.reason()).isEqualTo(DecisionReason.NO_DOMAIN);
            assertThat(decision.detail()).isNotEmpty();
            HostDecision host = sender.forHost(decision, HOST).join();
            assertThat(host.verify(List.of()).delivery()).isEqualTo(delivery);
            assertThat(host.withoutStartTls().delivery()).isEqualTo(delivery);
        }
    }

    @Test
    void withoutAPolicyAnyCertificateWillDo() {
        try (MtaStsSender sender = domain.sender()) {
            HostDecision host = Domain.host(sender, HOST);
            assertThat(host.verify(chain(leaf(STRANGER, "wrong.example"))).delivery())
                    .isEqualTo(Delivery.DELIVER);
            assertThat(host.withoutStartTls().delivery()).isEqualTo(Delivery.DELIVER);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS_NOT_SUPPORTED", "VALIDATION_FAILURE"})
    void missingTlsIsReportedByItsResultType(ResultType type) {
        HostDecision host = host("enforce", HOST, HOST);
        HostResult result = type == STARTTLS_NOT_SUPPORTED
                ? host.withoutStartTls()
                : host.tlsFailed(new SSLException("handshake_failure"));
        assertThat(result.resultType()).contains(type);
        assertThat(List.of(STARTTLS_NOT_SUPPORTED, VALIDATION_FAILURE)).contains(type);
    }

    private HostResult verify(String mode, String mxHost, HeldCertificate leaf) {
        return verify(mode, mxHost, chain(leaf));
    }

    private HostResult verify(String mode, String mxHost, List<X509Certificate> chain) {
        return host(mode, HOST, mxHost).verify(chain);
    }

    private HostResult verifyUnder(String patterns, String mxHost, HeldCertificate leaf) {
        return host("enforce", patterns, mxHost).verify(chain(leaf));
    }

    private HostDecision host(String mode, String patterns, String mxHost) {
        domain.record("a").policy(Domain.text(mode, patterns, 604_800));
        try (MtaStsSender sender =
                domain.builder().trustOnly(ROOT.certificate()).build(Runnable::run, domain.alarm, () -> 0)) {
            sender.purge(Domain.NAME).join();
            return Domain.host(sender, mxHost);
        }
    }

    private HeldCertificate leaf(HeldCertificate issuer, String... dnsIds) {
        return names(dnsIds).signedBy(issuer).build();
    }

    private HeldCertificate.Builder names(String... dnsIds) {
        long now = domain.clock.instant().toEpochMilli();
        HeldCertificate.Builder builder =
                new HeldCertificate.Builder().validityInterval(now - A_DAY.toMillis(), now + A_DAY.toMillis());
        for (String dnsId : dnsIds) {
            builder.addSubjectAlternativeName(dnsId);
        }
        return builder;
    }

    private static HeldCertificate.Builder authority(int intermediates) {
        long now = new FakeClock().instant().toEpochMilli();
        return new HeldCertificate.Builder()
                .certificateAuthority(intermediates)
                .validityInterval(now - 30 * A_DAY.toMillis(), now + 30 * A_DAY.toMillis());
    }

    private static List<X509Certificate> chain(HeldCertificate... certificates) {
        return Arrays.stream(certificates).map(HeldCertificate::certificate).toList();
    }
}
