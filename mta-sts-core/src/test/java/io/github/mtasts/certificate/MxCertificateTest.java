package io.github.mtasts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8461, section 4.2: what certificates say beside their DNS-IDs. */
class MxCertificateTest {

    private static final String HOST = "mail.example.org";
    private static final X509Certificate ROOT = certificate("root");
    private static final Instant NOW = ROOT.getNotBefore().toInstant().plusSeconds(86_400);

    @ParameterizedTest
    @ValueSource(strings = {"server", "any-purpose"})
    void aCertificateForServersOrForAnyPurposeProvesAHost(String name) {
        assertThat(fault(List.of(certificate(name)), NOW)).isEmpty();
    }

    @Test
    void aCertificateForClientsAloneDoesNot() {
        assertThat(fault(List.of(certificate("client-only")), NOW).map(CertificateFault::reasonCode))
                .contains("wrong-extended-key-usage");
    }

    @Test
    void aMailAddressAUriAndAnOidAreNotDnsIdsEvenWhenTheyReadLikeTheHost() {
        assertThat(DnsIds.of(certificate("other-names"))).isEmpty();
        assertThat(fault(List.of(certificate("other-names")), NOW).map(CertificateFault::reasonCode))
                .contains("no-matching-dns-id");
    }

    // RFC 5280 §4.1.2.5: both ends are included
    @Test
    void aCertificateIsValidFromItsFirstToItsLastSecond() {
        X509Certificate leaf = certificate("server");
        Instant first = leaf.getNotBefore().toInstant();
        Instant last = leaf.getNotAfter().toInstant();
        assertThat(fault(List.of(leaf), first)).isEmpty();
        assertThat(fault(List.of(leaf), last)).isEmpty();
        assertThat(fault(List.of(leaf), first.minusSeconds(1)).map(CertificateFault::reasonCode))
                .contains("certificate-not-yet-valid");
        assertThat(fault(List.of(leaf), last.plusSeconds(1)).map(CertificateFault::reasonCode))
                .contains("certificate-expired");
    }

    @Test
    void twentyCertificatesAreSearchedAndNoMore() {
        List<X509Certificate> chain = new ArrayList<>(Collections.nCopies(20, ROOT));
        chain.set(0, certificate("server"));
        assertThat(fault(chain, NOW)).isEmpty();
        chain.add(ROOT);
        assertThat(fault(chain, NOW).map(CertificateFault::reasonCode)).contains("chain-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "192.0.2.1",
                "[192.0.2.1]",
                "mail.example.org\0",
                "mail.example.org\n",
                "mail..example.org",
                "*.example.org",
                "mail.example.org:25"
            })
    void aHostThatIsNotADomainNameIsNeverProven(String host) {
        assertThat(MxCertificate.fault(host, List.of(certificate("server")), Set.of(new TrustAnchor(ROOT, null)), NOW)
                        .map(CertificateFault::reasonCode))
                .contains("no-matching-dns-id");
    }

    private static Optional<CertificateFault> fault(List<X509Certificate> chain, Instant now) {
        return MxCertificate.fault(HOST, chain, Set.of(new TrustAnchor(ROOT, null)), now);
    }

    private static X509Certificate certificate(String name) {
        try (InputStream pem = MxCertificateTest.class.getResourceAsStream(name + ".pem")) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (java.io.IOException | java.security.cert.CertificateException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }
}
