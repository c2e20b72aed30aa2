package io.github.mtasts.jakartamail.demo;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority for mail servers, with good and bad certificates. */
public final class MailCa {

    private static final Duration LIFETIME = Duration.ofDays(90);

    private final HeldCertificate root = new HeldCertificate.Builder()
            .commonName("MTA-STS mail root")
            .certificateAuthority(0)
            .build();

    /** Creates a root that nothing trusts yet. */
    public MailCa() {}

    /**
     * The certificate to trust.
     *
     * @return that of the root
     */
    public X509Certificate root() {
        return root.certificate();
    }

    /**
     * TLS with a certificate for these names.
     *
     * @param names DNS-IDs
     * @return what a server needs
     */
    public SSLContext naming(String... names) {
        HeldCertificate.Builder certificate = valid(daysFromNow(-1));
        List.of(names).forEach(certificate::addSubjectAlternativeName);
        return context(certificate.signedBy(root));
    }

    /**
     * TLS with a certificate that has the host only in its CN, which does not match (RFC 8461, section 4.2).
     *
     * @param host the CN
     * @return what a server needs
     */
    public SSLContext cnOnly(String host) {
        return context(valid(daysFromNow(-1)).commonName(host).signedBy(root));
    }

    /**
     * TLS with a certificate that expired a week ago.
     *
     * @param host its DNS-ID
     * @return what a server needs
     */
    public SSLContext expired(String host) {
        return context(valid(daysFromNow(-7).minus(LIFETIME))
                .addSubjectAlternativeName(host)
                .signedBy(root));
    }

    /**
     * TLS with a self-signed certificate.
     *
     * @param host its DNS-ID
     * @return what a server needs
     */
    public SSLContext selfSigned(String host) {
        return context(valid(daysFromNow(-1)).addSubjectAlternativeName(host));
    }

    private static HeldCertificate.Builder valid(Instant from) {
        return new HeldCertificate.Builder()
                .validityInterval(from.toEpochMilli(), from.plus(LIFETIME).toEpochMilli());
    }

    private static Instant daysFromNow(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static SSLContext context(HeldCertificate.Builder certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build()
                .sslContext();
    }
}
