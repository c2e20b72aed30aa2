package io.github.mtasts.http;

import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import java.security.cert.CertificateException;

/** Carries what is wrong with a certificate, and the certificate itself, out of the handshake that failed because of it. */
final class RefusedCertificate extends CertificateException {

    private static final long serialVersionUID = 1;

    private final transient FetchStatus status;
    private final transient CertificateSummary certificate;

    RefusedCertificate(FetchStatus status, CertificateSummary certificate, String detail) {
        super(detail);
        this.status = status;
        this.certificate = certificate;
    }

    FetchStatus status() {
        return status;
    }

    CertificateSummary certificate() {
        return certificate;
    }
}
