package io.github.mtasts.http;

import io.github.mtasts.certificate.DnsIds;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the policy host's certificate by what it says, so that its faults can be distinguished (RFC 8461, section 3.3): not
 * for this host, then outside its dates, then not trusted.
 */
final class CertificateCheck extends X509ExtendedTrustManager {

    private final List<X509TrustManager> authorities;

    /** A chain is trusted when one of them trusts it. */
    CertificateCheck(List<X509TrustManager> authorities) {
        this.authorities = authorities;
    }

    static CertificateSummary summary(X509Certificate leaf) {
        return new CertificateSummary(
                Optional.of(leaf.getNotBefore().toInstant()),
                Optional.of(leaf.getNotAfter().toInstant()),
                Optional.of(leaf.getIssuerX500Principal().getName()),
                DnsIds.of(leaf));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, authType, socket, ((SSLSocket) socket).getHandshakeSession());
    }

    private void check(X509Certificate[] chain, String authType, Socket socket, SSLSession session)
            throws CertificateException {
        X509Certificate leaf = chain[0];
        String host = session.getPeerHost();
        List<String> names = DnsIds.of(leaf);
        if (!DnsIds.anyMatches(names, host)) {
            String shown = names.isEmpty() ? "has no DNS-ID at all" : "is for " + RemoteText.list(names);
            throw refusal(FetchStatus.TLS_NAME_MISMATCH, leaf, "the certificate " + shown + ", not for " + host);
        }
        refuseOutsideDates(leaf, leaf);
        CertificateException untrusted = trust(chain, authType, socket);
        if (untrusted != null) {
            // Only now: servers send old cross-signed certificates along that no path needs.
            for (X509Certificate issuer : chain) {
                refuseOutsideDates(issuer, leaf);
            }
            throw refusal(FetchStatus.TLS_UNTRUSTED, leaf, Words.of(untrusted) + hint(chain));
        }
    }

    private static String hint(X509Certificate[] chain) {
        X509Certificate last = chain[chain.length - 1];
        String issuer = RemoteText.escape(last.getIssuerX500Principal().getName());
        if (last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            return chain.length == 1 ? ": it signed itself" : ": its chain ends in " + issuer;
        }
        return chain.length == 1
                ? ": it came without the certificate of its issuer, " + issuer
                : ": its chain needs " + issuer;
    }

    private @Nullable CertificateException trust(X509Certificate[] chain, String authType, Socket socket) {
        CertificateException first = null;
        for (X509TrustManager authority : authorities) {
            try {
                if (authority instanceof X509ExtendedTrustManager extended) {
                    extended.checkServerTrusted(chain, authType, socket);
                } else {
                    authority.checkServerTrusted(chain, authType);
                }
                return null;
            } catch (CertificateException untrusted) {
                first = first == null ? untrusted : first;
            }
        }
        return first;
    }

    private static void refuseOutsideDates(X509Certificate certificate, X509Certificate leaf)
            throws RefusedCertificate {
        Instant now = Instant.now();
        Instant notAfter = certificate.getNotAfter().toInstant();
        Instant notBefore = certificate.getNotBefore().toInstant();
        String whose = certificate.equals(leaf)
                ? "the certificate"
                : "the issuing certificate "
                        + RemoteText.escape(
                                certificate.getSubjectX500Principal().getName());
        if (now.isAfter(notAfter)) {
            throw refusal(FetchStatus.TLS_EXPIRED, leaf, whose + " expired on " + notAfter);
        }
        if (now.isBefore(notBefore)) {
            throw refusal(FetchStatus.TLS_NOT_YET_VALID, leaf, whose + " is not valid before " + notBefore);
        }
    }

    private static RefusedCertificate refusal(FetchStatus status, X509Certificate leaf, String detail) {
        return new RefusedCertificate(status, summary(leaf), detail);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.stream()
                .flatMap(authority -> Stream.of(authority.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a certificate cannot be checked without the socket and its host");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a certificate cannot be checked without the socket and its host");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("client certificates are not checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("client certificates are not checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("client certificates are not checked");
    }
}
