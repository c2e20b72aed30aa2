package io.github.mtasts.kit;

import io.github.mtasts.issue.RemoteText;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates to trust as well as the system's roots, as PEM. */
public final class CaFile {

    private CaFile() {}

    /**
     * At least one.
     *
     * @throws UserError says what is wrong
     */
    public static List<X509Certificate> read(String name) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(UserFile.read(name)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new UserError(RemoteText.escape(name) + " does not contain a certificate");
            }
            return certificates;
        } catch (CertificateException cause) {
            throw new UserError(RemoteText.escape(name) + " is not a PEM file of certificates", cause);
        }
    }
}
