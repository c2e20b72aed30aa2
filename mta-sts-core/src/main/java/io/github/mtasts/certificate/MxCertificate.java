package io.github.mtasts.certificate;

import static io.github.mtasts.issue.ResultType.CERTIFICATE_EXPIRED;
import static io.github.mtasts.issue.ResultType.CERTIFICATE_HOST_MISMATCH;
import static io.github.mtasts.issue.ResultType.CERTIFICATE_NOT_TRUSTED;

import io.github.mtasts.runtime.EllipticCurves;
import io.github.mtasts.syntax.DomainName;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the certificate of an MX host must prove (RFC 8461, section 4.2): a certificate that has a DNS-ID for the host, is within its
 * dates, and chains to a trusted root. Revocation is not looked up.
 */
public final class MxCertificate {

    private static final int MOST_CERTIFICATES = 20;
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private MxCertificate() {}

    /**
     * Judges the certificates that a host showed in the TLS handshake.
     *
     * @param mxHost the host's name as the MX record has it: any case, a final dot and U-labels are fine
     * @param chain the host's own certificate first, then those it sent along, in any order; as from
     *     {@code SSLSession.getPeerCertificates()}
     * @param anchors the roots to trust
     * @param now when
     * @return what is wrong first: the name, then the dates, then the trust; empty when the host is proven
     * @throws IllegalStateException when the runtime has no elliptic curves, so that it cannot judge most certificates
     */
    public static Optional<CertificateFault> fault(
            String mxHost, List<X509Certificate> chain, Set<TrustAnchor> anchors, Instant now) {
        Objects.requireNonNull(mxHost, "mxHost");
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(anchors, "anchors");
        Objects.requireNonNull(now, "now");
        EllipticCurves.require();
        if (chain.isEmpty()) {
            return untrusted("no-certificate", "the host showed no certificate");
        }
        X509Certificate leaf = chain.get(0);
        List<String> names = DnsIds.of(leaf);
        Optional<DomainName> host = DomainName.parse(mxHost).value();
        if (host.isEmpty() || !DnsIds.anyMatches(names, host.get().text())) {
            String wrong = names.isEmpty()
                    ? "the certificate has no DNS-ID, and its CN is ignored"
                    : "the certificate is for " + names + ", not for " + mxHost;
            return Optional.of(new CertificateFault(CERTIFICATE_HOST_MISMATCH, "no-matching-dns-id", wrong));
        }
        Instant notAfter = leaf.getNotAfter().toInstant();
        if (now.isAfter(notAfter)) {
            return Optional.of(new CertificateFault(
                    CERTIFICATE_EXPIRED, "certificate-expired", "the certificate expired on " + notAfter));
        }
        Instant notBefore = leaf.getNotBefore().toInstant();
        if (now.isBefore(notBefore)) {
            return untrusted("certificate-not-yet-valid", "the certificate is not valid before " + notBefore);
        }
        if (!isForServers(leaf)) {
            return untrusted("wrong-extended-key-usage", "the certificate is not meant for TLS servers");
        }
        return chainFault(leaf, chain, anchors, now);
    }

    private static Optional<CertificateFault> chainFault(
            X509Certificate leaf, List<X509Certificate> chain, Set<TrustAnchor> anchors, Instant now) {
        if (anchors.isEmpty()) {
            return untrusted("no-trusted-root", "no trusted roots were given");
        }
        if (chain.size() > MOST_CERTIFICATES) {
            return untrusted("chain-too-long", "the host sent " + chain.size() + " certificates");
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setDate(Date.from(now));
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.empty();
        } catch (GeneralSecurityException noPath) {
            return expiredIssuer(leaf, chain, now)
                    .or(() -> untrusted(
                            "no-path-to-a-trusted-root",
                            "the certificate does not chain to a trusted root: " + noPath.getMessage()
                                    + ", its issuer is "
                                    + leaf.getIssuerX500Principal().getName()));
        }
    }

    private static Optional<CertificateFault> expiredIssuer(
            X509Certificate leaf, List<X509Certificate> chain, Instant now) {
        return chain.stream()
                .filter(each -> each.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
                .filter(each -> now.isAfter(each.getNotAfter().toInstant()))
                .findFirst()
                .map(issuer -> new CertificateFault(
                        CERTIFICATE_EXPIRED,
                        "issuer-expired",
                        "the issuing certificate "
                                + issuer.getSubjectX500Principal().getName() + " expired on "
                                + issuer.getNotAfter().toInstant()));
    }

    private static boolean isForServers(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static Optional<CertificateFault> untrusted(String reasonCode, String detail) {
        return Optional.of(new CertificateFault(CERTIFICATE_NOT_TRUSTED, reasonCode, detail));
    }
}
