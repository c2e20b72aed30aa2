package io.github.mtasts.sender;

import static io.github.mtasts.sender.SignedHost.ALIAS;
import static io.github.mtasts.sender.SignedHost.HOST;
import static io.github.mtasts.sender.SignedHost.LEAF;
import static io.github.mtasts.sender.SignedHost.SIGNED;
import static io.github.mtasts.sender.SignedHost.TLSA;
import static io.github.mtasts.sender.SignedHost.endEntity;
import static io.github.mtasts.sender.SignedHost.tlsa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.ResultType;
import io.github.mtasts.spi.TlsaRecord;
import io.github.mtasts.tlsrpt.PolicyType;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7672, section 3.1: what a host with TLSA records must show of itself. */
class DaneProofTest {

    private final SignedHost host = new SignedHost();

    @Test
    void aPolicyInTestingModeDoesNotOverrideDane() {
        host.domain.policy(Domain.text("testing", HOST, 604_800));
        HostResult result = host.forHost(SIGNED.tlsa(TLSA, endEntity()))
                .verify(List.of(new HeldCertificate.Builder().build().certificate()));
        assertThat(result.delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "3, 0, 1", "3, 0, 2", "3, 1, 0", "3, 1, 1", "3, 1, 2"})
    void withDaneEeTheCertificateMatchesAndNothingElseCounts(int usage, int selector, int matchingType)
            throws Exception {
        HeldCertificate expiredForNobody =
                new HeldCertificate.Builder().validityInterval(0, 1).build();
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, tlsa(expiredForNobody, usage, selector, matchingType)));
        assertThat(decision.verify(List.of(expiredForNobody.certificate())).delivery())
                .isEqualTo(Delivery.DELIVER);
        assertThat(decision.verify(List.of(LEAF.certificate())).resultType()).contains(ResultType.TLSA_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, true, DELIVER",
        "mail.example.com, true, DO_NOT_DELIVER",
        "mail.example.org, false, DO_NOT_DELIVER"
    })
    void withDaneTaTheChainEndsInTheMatchingIssuerAndTheHostIsNamed(String name, boolean sent, Delivery delivery)
            throws Exception {
        long now = host.domain.clock.instant().toEpochMilli();
        HeldCertificate issuer = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(issuer)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, tlsa(issuer, 2, 0, 1)));

        var chain = Stream.of(leaf, issuer)
                .limit(sent ? 2 : 1)
                .map(HeldCertificate::certificate)
                .toList();

        assertThat(decision.verify(chain).delivery()).isEqualTo(delivery);
    }

    // RFC 7672 §3.2.2: the next-hop domain, and the name at which the TLSA records stand, are names for the host, too
    @ParameterizedTest
    @CsvSource({"example.org", "real.example.org"})
    void withDaneTaACertificateForTheNextHopOrTheTlsaBaseWillDo(String name) throws Exception {
        long now = host.domain.clock.instant().toEpochMilli();
        HeldCertificate issuer = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(issuer)
                .validityInterval(now - 1000, now + 1000)
                .build();
        HostDecision decision = host.forHost(ALIAS.tlsa("_25._tcp.real.example.org", tlsa(issuer, 2, 0, 1)));
        assertThat(decision.verify(List.of(leaf.certificate(), issuer.certificate()))
                        .mayDeliver())
                .isTrue();
    }

    // RFC 7672 §2.2: records of which none is usable ask for TLS, without proof
    @ParameterizedTest
    @CsvSource({"none, DELIVER", "testing, DELIVER_AND_REPORT", "enforce, DO_NOT_DELIVER"})
    void withUnusableRecordsAloneTlsIsRequiredAndThePolicySaysWhatItMustProve(String mode, Delivery unproven) {
        host.domain.policy(Domain.text(mode, HOST, 604_800));
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, new TlsaRecord(1, 1, 1, "ab".repeat(32))));
        assertThat(decision.isTlsRequiredByDane()).isTrue();
        assertThat(decision.withoutStartTls().mayDeliver()).isFalse();
        assertThat(decision.tlsFailed(new SSLException("handshake_failure")).mayDeliver())
                .isFalse();
        assertThat(decision.verify(List.of(LEAF.certificate())).delivery()).isEqualTo(unproven);
    }

    @Test
    void aCertificateThatOnlyClaimsToBeIssuedByTheAnchorIsRefused() throws Exception {
        HeldCertificate issuer = new HeldCertificate.Builder()
                .commonName("issuer")
                .certificateAuthority(0)
                .build();
        HeldCertificate impostor = new HeldCertificate.Builder()
                .commonName("issuer")
                .certificateAuthority(0)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .addSubjectAlternativeName(HOST)
                .signedBy(impostor)
                .build();
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, tlsa(issuer, 2, 1, 1)));
        assertThat(decision.verify(List.of(leaf.certificate(), issuer.certificate()))
                        .mayDeliver())
                .isFalse();
    }

    @Test
    void withDaneTlsIsMandatory() {
        HostDecision decision = host.forHost(SIGNED.tlsa(TLSA, endEntity()));
        assertThat(decision.withoutStartTls().delivery()).isEqualTo(Delivery.DO_NOT_DELIVER);
        assertThat(decision.tlsFailed(new SSLException("handshake_failure")).delivery())
                .isEqualTo(Delivery.DO_NOT_DELIVER);
    }

    @Test
    void aSessionUnderDaneIsReportedWithItsTlsaRecords() {
        host.forHost(SIGNED.tlsa(TLSA, endEntity())).withoutStartTls();
        assertThat(host.domain.listened.events).singleElement().satisfies(event -> {
            assertThat(event.policyType()).isEqualTo(PolicyType.TLSA);
            assertThat(event.policyString()).containsExactly(endEntity().toString());
            assertThat(event.resultType()).contains(ResultType.STARTTLS_NOT_SUPPORTED);
        });
    }
}
