package io.github.mtasts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.TlsaRecord;
import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7672, section 3.1: which TLSA records a certificate can match. */
class DaneCertificateTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"3, 0, true", "3, 3, false", "3, 255, false", "1, 0, false", "0, 0, false"})
    void aRecordThatIsNotUsableMatchesNothing(int usage, int matchingType, boolean matches) throws Exception {
        X509Certificate leaf;
        try (InputStream pem = DaneCertificateTest.class.getResourceAsStream("server.pem")) {
            leaf = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        String whole = HexFormat.of().formatHex(leaf.getEncoded());
        assertThat(DaneCertificate.fault(
                                List.of("mail.example.org", "example.org"),
                                List.of(leaf),
                                List.of(new TlsaRecord(usage, 0, matchingType, whole)),
                                NOW)
                        .isEmpty())
                .isEqualTo(matches);
    }
}
