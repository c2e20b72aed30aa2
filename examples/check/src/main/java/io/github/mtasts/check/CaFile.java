package io.github.mtasts.check;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates to trust besides the system's roots, as PEM. */
final class CaFile {

    private CaFile() {}

    /** At least one; a {@link UserError} says what is wrong. */
    static List<X509Certificate> read(String name) {
        try (InputStream file = Input.open(name)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new UserError(Input.shown(name) + " holds no certificate");
            }
            return certificates;
        } catch (CertificateException cause) {
            throw new UserError(Input.shown(name) + " is no PEM file of certificates", cause);
        } catch (IOException cause) {
            throw Input.unreadable(name, cause);
        }
    }
}
