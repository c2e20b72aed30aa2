package io.github.mtasts.certificate;

import static io.github.mtasts.issue.ResultType.TLSA_INVALID;

import io.github.mtasts.spi.TlsaRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the certificate of an MX host with TLSA records must prove (RFC 7672, section 3.1). */
public final class DaneCertificate {

    private static final int DANE_TA = 2;
    private static final int DANE_EE = 3;

    private DaneCertificate() {}

    /**
     * Judges the certificates that a host showed in the TLS handshake. With DANE-EE the host's own certificate must match, and
     * its names and dates are ignored; with DANE-TA one of the others must match, and the host's own must chain to it, be
     * within its dates, and have a DNS-ID for one of the names.
     *
     * @param names any will do for a DNS-ID: the MX host first, the domain whose MX record names it, and the name at which the
     *     TLSA records stand (section 3.2.2); at least one
     * @param chain the host's own certificate first, then those it sent along
     * @param tlsa the authenticated TLSA records; unusable ones are ignored
     * @param now when
     * @return what is wrong; empty when the host is proven
     * @throws IllegalStateException as in {@link MxCertificate#fault}
     */
    public static Optional<CertificateFault> fault(
            List<String> names, List<X509Certificate> chain, List<TlsaRecord> tlsa, Instant now) {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(tlsa, "tlsa");
        Objects.requireNonNull(now, "now");
        if (chain.isEmpty()) {
            return Optional.of(new CertificateFault(TLSA_INVALID, "no-certificate", "the host showed no certificate"));
        }
        if (isMatched(chain.get(0), DANE_EE, tlsa)) {
            return Optional.empty();
        }
        Set<TrustAnchor> anchors = chain.stream()
                .skip(1)
                .filter(issuer -> isMatched(issuer, DANE_TA, tlsa))
                .map(issuer -> new TrustAnchor(issuer, null))
                .collect(Collectors.toSet());
        if (!anchors.isEmpty()) {
            Optional<CertificateFault> ofTheHost = MxCertificate.fault(names.get(0), chain, anchors, now);
            boolean named = names.stream()
                    .anyMatch(name ->
                            MxCertificate.fault(name, chain, anchors, now).isEmpty());
            return named ? Optional.empty() : ofTheHost;
        }
        return Optional.of(new CertificateFault(
                TLSA_INVALID, "no-tlsa-match", "no certificate of " + names.get(0) + " matches a TLSA record"));
    }

    private static boolean isMatched(X509Certificate certificate, int usage, List<TlsaRecord> tlsa) {
        return tlsa.stream()
                .filter(record -> record.usage() == usage && record.isUsable())
                .anyMatch(record -> record.data().equals(association(certificate, record)));
    }

    /** RFC 6698, section 2.1: what the record's data must be for this certificate. */
    private static String association(X509Certificate certificate, TlsaRecord record) {
        try {
            byte[] selected = record.selector() == 0
                    ? certificate.getEncoded()
                    : certificate.getPublicKey().getEncoded();
            byte[] data = switch (record.matchingType()) {
                case 1 -> MessageDigest.getInstance("SHA-256").digest(selected);
                case 2 -> MessageDigest.getInstance("SHA-512").digest(selected);
                default -> selected;
            };
            return HexFormat.of().formatHex(data);
        } catch (CertificateEncodingException unreadable) {
            return "";
        } catch (NoSuchAlgorithmException everyRuntimeHasThem) {
            throw new IllegalStateException(everyRuntimeHasThem);
        }
    }
}
